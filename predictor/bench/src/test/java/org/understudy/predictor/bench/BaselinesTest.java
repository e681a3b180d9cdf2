package org.understudy.predictor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.usage.Population;
import org.understudy.predictor.usage.UsageEvent;
import org.understudy.predictor.usage.UsageGenerator;

class BaselinesTest {
    private final List<UsageEvent> events = events();

    @Test
    void everyBaselineStatesADistribution() {
        for (Predictor predictor : List.of(
                new MostFrequent(),
                new MostRecent(),
                new BackOff("order 1", 1, Escape.WITTEN_BELL),
                new BackOff("order 3", 3, Escape.WITTEN_BELL),
                new BackOff("order 5", 5, Escape.METHOD_D),
                new TheModel())) {
            assertEquals(0, run(predictor).nonsense(), predictor.name());
        }
    }

    @Test
    void theModelIsBetterThanEachOfThem() {
        Score model = run(new TheModel());

        for (Predictor simple : List.of(
                new MostFrequent(),
                new MostRecent(),
                new BackOff("order 1", 1, Escape.WITTEN_BELL),
                new BackOff("order 5", 5, Escape.METHOD_D))) {
            Score score = run(simple);
            assertTrue(model.bits() < score.bits(), simple.name());
            assertTrue(model.hitsAtFive() > score.hitsAtFive(), simple.name());
        }
    }

    @Test
    void aRowThatCameBeforeIsExpectedAgain() {
        BackOff markov = new BackOff("order 3", 3, Escape.WITTEN_BELL);
        for (int i = 0; i < 20; i++) {
            markov.learn("u", i, "abcd".substring(i % 4, i % 4 + 1));
        }

        Belief belief = new Belief();
        markov.state("u", 20, belief);

        assertEquals("a", belief.items.get(0));
    }

    private Score run(Predictor predictor) {
        Score score = new Score(events.size());
        Belief belief = new Belief();
        for (UsageEvent e : events) {
            belief.clear();
            predictor.state(e.user(), e.time(), belief);
            predictor.learn(e.user(), e.time(), e.item());
            score.add(e.user(), e.item(), belief, 0);
        }
        return score;
    }

    private static List<UsageEvent> events() {
        List<String> items =
                IntStream.rangeClosed(1, 60).mapToObj(i -> "item" + i).toList();
        UsageGenerator generator = new UsageGenerator(1, new Population(12, items, 4, 8, 0.7, 0.05));
        return IntStream.range(0, 6_000)
                .mapToObj(i -> generator.next().orElseThrow())
                .toList();
    }
}
