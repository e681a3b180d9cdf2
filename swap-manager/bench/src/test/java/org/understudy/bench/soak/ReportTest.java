package org.understudy.bench.soak;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.understudy.bench.soak.Sample.Count;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportTest {
    @Test
    void a_thread_left_behind_every_hundred_swaps_is_not_level() {
        Report report = new Report(process(1, 0, Figure.THREADS, swaps -> 30 + swaps / 100));

        assertFalse(report.isLevel());
        assertTrue(report.toString().contains("| threads, process 1 | 34 | 50 | 10.0 | no |"), report.toString());
    }

    @Test
    void what_a_process_holds_is_held_against_the_same_process_only() {
        List<Sample> samples = new ArrayList<>(process(1, 0, Figure.THREADS, swaps -> 30));
        samples.addAll(process(2, 2_000, Figure.THREADS, swaps -> 60));

        assertTrue(new Report(samples).isLevel());
    }

    @Test
    void what_lies_on_disk_is_held_against_all_processes_before() {
        List<Sample> samples = new ArrayList<>(process(1, 0, Figure.CACHE, swaps -> 10_000_000));
        samples.addAll(process(2, 2_000, Figure.CACHE, swaps -> 20_000_000));

        assertFalse(new Report(samples).isLevel());
    }

    @Test
    void the_journal_grows_by_design() {
        Report report = new Report(process(1, 0, Figure.JOURNAL, swaps -> 1_000 * swaps));

        assertTrue(report.isLevel());
        assertTrue(report.toString().contains("| 1,000,000.0 | grows by design |"), report.toString());
    }

    @Test
    void a_short_process_is_not_judged() {
        Report report =
                new Report(process(1, 0, Figure.THREADS, swaps -> 30 + swaps).subList(0, 4));

        assertTrue(report.isLevel());
        assertTrue(report.toString().contains("| threads, process 1 | | | | too short to judge |"), report.toString());
    }

    private static List<Sample> process(int number, long before, Figure figure, LongUnaryOperator value) {
        List<Sample> samples = new ArrayList<>();
        for (long swaps = before + 100; swaps <= before + 2_000; swaps += 100) {
            samples.add(new Sample(
                    number,
                    (swaps - before) / 10,
                    Map.of(Count.SWAPS, swaps),
                    Map.of(figure, value.applyAsLong(swaps))));
        }
        return samples;
    }
}
