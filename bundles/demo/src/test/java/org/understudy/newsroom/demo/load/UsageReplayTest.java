package org.understudy.newsroom.demo.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageReplayTest {
    @TempDir
    Path folder;

    @Test
    void readersAndPagesComeAsInTheTraceAndOverAgain() throws Exception {
        Path trace = Files.writeString(folder.resolve("trace.tsv"), "1\tada\tx\n2\tbob\ty\n3\tada\tz\n");

        UsageReplay usage = UsageReplay.recorded(trace);

        assertEquals(2, usage.readers());
        assertEquals(
                List.of(0, 1, 0, 0, 1, 0),
                IntStream.range(0, 6).map(usage::reader).boxed().toList());
        assertEquals(
                List.of(0, 1, 0, 0, 1, 0),
                IntStream.range(0, 6)
                        .map(number -> usage.page(number, 2))
                        .boxed()
                        .toList());
    }

    @Test
    void madeUpUsageIsOfManyReaders() {
        UsageReplay usage = UsageReplay.madeUp(1);

        assertTrue(usage.readers() > 100, () -> "" + usage.readers());
        assertTrue(IntStream.range(0, usage.events()).allMatch(number -> usage.reader(number) < usage.readers()));
    }
}
