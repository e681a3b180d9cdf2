package org.understudy.newsroom.demo.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Fault.Fate;
import org.understudy.newsroom.demo.check.Part;

class ScheduleTest {
    private final Schedule longForm = Schedule.of(Schedule.LONG, 1);

    @Test
    void theLongFormHasAHundredSwapsThatStayAndTwentyRollbacksAtLeast() {
        assertTrue(count(longForm, Fate.STAYS) >= 100);
        assertTrue(count(longForm, Fate.TAKEN_BACK) >= 20);
        assertTrue(count(longForm, Fate.REFUSED) >= 3);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsShownHoweverShortThePlay(Fault fault) {
        Schedule schedule = Schedule.of(Duration.ofSeconds(10), 1);

        assertTrue(schedule.acts().stream().anyMatch(a -> a.fault().equals(Optional.of(fault))));
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void thePlayEndsWithAGoodVersionOfEachPart(Part part) {
        List<Act> ofPart =
                longForm.acts().stream().filter(a -> a.parts().contains(part)).toList();
        Act last = ofPart.get(ofPart.size() - 1);

        assertEquals(Act.good(last.parts(), Fate.STAYS), last);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyPartIsSwappedBothWaysAndTakenBackHoweverShortThePlay(Part part) {
        List<Fate> fates = Schedule.of(Schedule.SHORT, 1).acts().stream()
                .filter(a -> a.parts().contains(part) && a.fault().isEmpty())
                .map(Act::fate)
                .toList();

        assertTrue(fates.stream().filter(f -> f == Fate.STAYS).count() >= 2, fates.toString());
        assertTrue(fates.contains(Fate.TAKEN_BACK), fates.toString());
    }

    @Test
    void inAPlayOfTheSameAgainEveryUnitHasItsTurnBeforeOneHasItTwice() {
        List<Act> acts = Schedule.again(200, Duration.ofMinutes(4), 1).acts();

        assertEquals(200, acts.size());
        assertTrue(acts.stream().allMatch(Act::again));
        for (int i = 0; i + Part.UNITS.size() <= acts.size(); i += Part.UNITS.size()) {
            assertEquals(
                    Part.UNITS.size(),
                    acts.subList(i, i + Part.UNITS.size()).stream()
                            .map(Act::parts)
                            .distinct()
                            .count());
        }
    }

    @Test
    void whatOnlyWorksTogetherIsOnlySwappedTogether() {
        assertTrue(longForm.acts().stream()
                .filter(a -> a.parts().contains(Part.SENDER))
                .allMatch(a -> a.parts().equals(List.of(Part.SENDER, Part.RECEIVER))));
    }

    @Test
    void theSeedDecidesTheOrder() {
        assertEquals(longForm, Schedule.of(Schedule.LONG, 1));
        assertTrue(!longForm.equals(Schedule.of(Schedule.LONG, 2)));
    }

    private static long count(Schedule schedule, Fate fate) {
        return schedule.acts().stream().filter(a -> a.fate() == fate).count();
    }
}
