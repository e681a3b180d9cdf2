package org.understudy.swap.judge;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What makes no sense is refused, with the thing, the reason and the way out. */
class NonsenseTest {
    private static void refused(Executable nonsense, String... words) {
        String message = assertThrows(IllegalArgumentException.class, nonsense).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    private static MetricRule rule(String name, Direction direction, double effect) {
        return new MetricRule(name, direction, true, true, effect);
    }

    private static Span span(long began, long ended, long calls, long failed) {
        return new Span(began, ended, calls, Map.of("x", failed), new long[0], 0, 0, -1, Map.of());
    }

    @Test
    void ofAMetric() {
        refused(() -> rule(" ", Direction.INCREASE, 0.1), "without a name");
        refused(() -> rule("orders", Direction.INCREASE, 0), "orders", "such as 0.1");
        refused(() -> rule("orders", Direction.INCREASE, Double.NaN), "orders", "NaN");
        refused(() -> rule("orders", Direction.DECREASE, 1.5), "orders", "150 %", "less than 1");
    }

    @Test
    void ofCriteria() {
        MetricRule orders = rule("orders", Direction.INCREASE, 0.1);
        refused(
                () -> Criteria.standard().with(Duration.ZERO, List.of(orders, orders)),
                "orders",
                "two rules",
                "keep one");
        refused(() -> Criteria.standard().withFalseAlarmRate(0), "false alarm rate", "0.01");
        refused(
                () -> new Criteria(0.01, 0.9, 0.01, 0.05, 30, Duration.ZERO, 4, Duration.ZERO, List.of()),
                "latency ratio",
                "1.1");
        refused(
                () -> new Criteria(0.01, 1.5, 0.01, 0.05, 30, Duration.ZERO, 4, Duration.ofMillis(-1), List.of()),
                "latency target",
                "PT0S");
        refused(() -> new Criteria(0.01, 1.5, 0.01, 0.05, 30, Duration.ZERO, 1.2, Duration.ZERO, List.of()), "ceiling");
        refused(
                () -> new Criteria(0.01, 1.5, 0.01, 0.05, 30, Duration.ofSeconds(-1), 4, Duration.ZERO, List.of()),
                "warming time",
                "negative");
    }

    @Test
    void ofASpan() {
        refused(() -> span(5, 5, 1, 0), "ends 0 ns");
        refused(() -> span(0, 5, -1, 0), "-1 calls");
        refused(() -> span(0, 5, 1, 2), "2 failures in 1 calls");
        refused(() -> span(0, 5, 1, -2), "-2 failures x");
    }
}
