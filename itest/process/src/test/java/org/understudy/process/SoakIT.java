package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code bench soak}: too short to see whether anything grows, but no call may fail. */
class SoakIT {
    @TempDir
    Path folder;

    @Test
    void noCallFailsInSwapsInParallelAndTheNextRunGoesOnWhereTheFirstOneEnded() throws Exception {
        soak("40");

        String report = soak("60");

        assertTrue(report.contains(" swaps in 2 processes, "), report);
        assertTrue(report.contains(" a second, 0 failed."), report);
    }

    private String soak(String swaps) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("understudy.command"),
                        "bench",
                        "soak",
                        "--swaps",
                        swaps,
                        "--minutes",
                        "2",
                        "--resume",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
