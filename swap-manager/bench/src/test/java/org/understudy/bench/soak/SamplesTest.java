package org.understudy.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.bench.soak.Sample.Count;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SamplesTest {
    private static final Sample ONE = sample(1, 100);
    private static final Sample TWO = sample(1, 200);

    @TempDir
    Path folder;

    @Test
    void what_is_added_is_there_in_the_next_run() throws IOException {
        Samples.in(folder).add(ONE);

        Samples next = Samples.in(folder);
        next.add(TWO);

        assertEquals(List.of(ONE, TWO), Samples.in(folder).all());
        assertEquals(TWO, next.last());
    }

    @Test
    void a_torn_last_line_is_left_out_and_the_next_one_is_whole() throws IOException {
        Samples.in(folder).add(ONE);
        Files.writeString(file(), "{\"process\":1,\"seco", StandardOpenOption.APPEND);

        Samples next = Samples.in(folder);
        next.add(TWO);

        assertEquals(List.of(ONE, TWO), Samples.in(folder).all());
    }

    @Test
    void a_damaged_line_before_the_last_one_is_not_passed_over() throws IOException {
        Files.writeString(file(), "{\"process\":1,\"seco\n");

        assertThrows(IOException.class, () -> Samples.in(folder));
    }

    @Test
    void counts_go_on_from_the_process_before_and_figures_do_not() {
        Sample next = Sample.read(
                "sample seconds=3 swaps=5 rolledBack=1 takenBack=0 undecided=2 refused=0 calls=70 failed=0 comments=9"
                        + " flipNanos=10 gapMicros=20 HEAP=77",
                new Sample(
                        1,
                        60,
                        Map.of(Count.SWAPS, 100L, Count.COMMENTS, 8L, Count.FLIP_NANOS, 15L),
                        Map.of(Figure.HEAP, 50L)),
                Map.of(Figure.CACHE, 4L));

        assertEquals(2, next.process());
        assertEquals(105, next.swaps());
        assertEquals(9, next.count(Count.COMMENTS));
        assertEquals(15, next.count(Count.FLIP_NANOS));
        assertEquals(20, next.count(Count.GAP_MICROS));
        assertEquals(Map.of(Figure.HEAP, 77L, Figure.CACHE, 4L), next.figures());
    }

    private Path file() {
        return folder.resolve("samples.jsonl");
    }

    private static Sample sample(int process, long swaps) {
        return new Sample(process, swaps / 10, Map.of(Count.SWAPS, swaps), Map.of(Figure.HEAP, 7L));
    }
}
