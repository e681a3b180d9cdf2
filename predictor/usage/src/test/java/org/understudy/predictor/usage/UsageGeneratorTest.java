package org.understudy.predictor.usage;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsageGeneratorTest {
    private static final int DAY = 86_400;
    private static final List<String> ITEMS =
            IntStream.range(0, 200).mapToObj(i -> "item" + i).toList();

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertEquals(events(42, Population.typical(ITEMS), 5000), events(42, Population.typical(ITEMS), 5000));
    }

    @Test
    void anotherSeedGivesOtherEvents() {
        assertNotEquals(events(42, Population.typical(ITEMS), 100), events(43, Population.typical(ITEMS), 100));
    }

    @Test
    void eventsComeInTheOrderOfTime() {
        List<UsageEvent> events = events(1, Population.typical(ITEMS), 5000);

        assertEquals(
                events.stream()
                        .sorted(Comparator.comparingLong(UsageEvent::time))
                        .toList(),
                events);
    }

    @Test
    void habitsMakeTheNextItemOfAPersonGuessable() {
        double withHabits = shareGuessedFromTheOneBefore(events(5, population(0.9, 0), 30_000));
        double without = shareGuessedFromTheOneBefore(events(5, population(0, 0), 30_000));

        assertTrue(withHabits > 0.5, "with habits: " + withHabits);
        assertTrue(withHabits > 2 * without, "with habits: " + withHabits + ", without: " + without);
    }

    @Test
    void peopleSleep() {
        Map<Long, Long> byHour = events(3, Population.typical(ITEMS), 50_000).stream()
                .collect(groupingBy(e -> e.time() % DAY / 3600, counting()));

        assertTrue(byHour.get(20L) > 1.5 * byHour.getOrDefault(3L, 0L), byHour.toString());
    }

    @Test
    void mostSessionsHaveSeveralEventsCloseTogether() {
        List<UsageEvent> anna = events(3, Population.typical(ITEMS), 50_000).stream()
                .filter(e -> e.user().equals("u1"))
                .toList();

        long close = IntStream.range(1, anna.size())
                .filter(i -> anna.get(i).time() - anna.get(i - 1).time() < 120)
                .count();

        assertTrue(close > anna.size() * 0.7, close + " of " + anna.size());
    }

    @Test
    void driftChangesWhatPeopleUse() {
        double still = overlapOfFirstAndLastDays(population(0.9, 0));
        double drifting = overlapOfFirstAndLastDays(population(0.9, 1));

        assertTrue(still > 0.85, "without drift: " + still);
        assertTrue(drifting < 0.7, "with drift: " + drifting);
    }

    @Test
    void aPopulationThatCannotBeIsRefusedByName() {
        String message = assertThrows(IllegalArgumentException.class, () -> population(1.5, 0))
                .getMessage();

        assertTrue(message.contains("habit") && message.contains("1.5"), message);
    }

    private static Population population(double habit, double drift) {
        return new Population(30, ITEMS, 3, 8, habit, drift);
    }

    private static List<UsageEvent> events(long seed, Population population, int count) {
        UsageGenerator generator = new UsageGenerator(seed, population);
        return Stream.generate(() -> generator.next().orElseThrow())
                .limit(count)
                .toList();
    }

    /** Remembers for each person what followed each item last time, and counts how often it follows again. */
    private static double shareGuessedFromTheOneBefore(List<UsageEvent> events) {
        Map<String, String> previous = new HashMap<>();
        Map<String, String> followed = new HashMap<>();
        int guessed = 0;
        for (UsageEvent e : events) {
            String before = previous.put(e.user(), e.item());
            guessed += e.item().equals(followed.put(e.user() + " " + before, e.item())) ? 1 : 0;
        }
        return (double) guessed / events.size();
    }

    /** How much of what one person's routine was in the first days it still is after forty. */
    private static double overlapOfFirstAndLastDays(Population population) {
        List<UsageEvent> events = events(9, population, 40 * 30 * 3 * 8);
        long end = events.get(events.size() - 1).time();
        Set<String> first = pairs(events, e -> e.time() < 5L * DAY);
        Set<String> last = pairs(events, e -> e.time() > end - 5L * DAY);
        return (double) first.stream().filter(last::contains).count() / first.size();
    }

    private static Set<String> pairs(List<UsageEvent> events, Predicate<UsageEvent> when) {
        return events.stream()
                .filter(when)
                .collect(groupingBy(e -> e.user() + " " + e.item(), counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() >= 5)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }
}
