package org.understudy.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrendTest {
    private static final Allowance TEN_PERCENT = new Allowance(0.1, 2);

    @Test
    void a_constant_figure_is_level() {
        Trend trend = Trend.of(points(100, swaps -> 50));

        assertEquals(new Trend(50, 50, 0), trend);
        assertTrue(trend.isLevel(TEN_PERCENT));
    }

    @Test
    void a_leak_of_one_for_every_swap_is_not_level() {
        Trend trend = Trend.of(points(100, swaps -> 50 + swaps));

        assertEquals(1_000, trend.slope(), 1e-6);
        assertFalse(trend.isLevel(TEN_PERCENT));
    }

    @Test
    void what_is_filled_in_the_first_tenth_is_warm_up() {
        assertTrue(Trend.of(points(100, swaps -> swaps <= 100 ? 1 : 50)).isLevel(TEN_PERCENT));
    }

    @Test
    void a_few_bad_moments_turn_neither_median_nor_slope() {
        Trend trend = Trend.of(points(100, swaps -> swaps % 200 == 0 && swaps > 900 ? 9_000 : 50));

        assertEquals(new Trend(50, 50, 0), trend);
    }

    @Test
    void a_figure_that_shrinks_is_level() {
        assertTrue(Trend.of(points(100, swaps -> 5_000 - swaps)).isLevel(TEN_PERCENT));
    }

    @Test
    void a_small_count_may_grow_by_the_absolute_part() {
        assertTrue(new Trend(10, 13, 0).isLevel(TEN_PERCENT));
        assertFalse(new Trend(10, 13.5, 0).isLevel(TEN_PERCENT));
    }

    @Test
    void too_few_or_unordered_points_are_refused() {
        List<Trend.Point> nine = points(9, swaps -> 1);
        List<Trend.Point> twice =
                LongStream.range(0, 10).mapToObj(i -> new Trend.Point(7, 1)).toList();

        assertThrows(IllegalArgumentException.class, () -> Trend.of(nine));
        assertThrows(IllegalArgumentException.class, () -> Trend.of(twice));
    }

    @Test
    void an_allowance_is_not_negative() {
        assertThrows(IllegalArgumentException.class, () -> new Allowance(-0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Allowance(0, Double.NaN));
    }

    /** One point every ten swaps. */
    private static List<Trend.Point> points(int count, LongToDoubleFunction figure) {
        return LongStream.rangeClosed(1, count)
                .map(i -> 10 * i)
                .mapToObj(swaps -> new Trend.Point(swaps, figure.applyAsDouble(swaps)))
                .toList();
    }
}
