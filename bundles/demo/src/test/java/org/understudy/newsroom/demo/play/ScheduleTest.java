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
                longForm.acts().stream().filter(a -> a.part() == part).toList();

        assertEquals(Act.good(part, Fate.STAYS), ofPart.get(ofPart.size() - 1));
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
