package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code bench kill}. Shown to fail: with {@code understudy.swap.attempts=2} what is provisional
 * survives a kill, and it reports the wrong version.
 */
class KillIT {
    @TempDir
    Path folder;

    @Test
    void aKilledProcessLeavesTheRightVersionsAndAllThatWasAcknowledged() throws Exception {
        String report = bench("--kills", "2", "--placed", "swap", "--every", "24");

        assertTrue(report.contains("| at each step of swap |"), report);
        assertTrue(report.contains("| at random, during "), report);
    }

    private String bench(String... options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(System.getProperty("understudy.command"), "bench", "kill", "--resume", folder.toString()));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
