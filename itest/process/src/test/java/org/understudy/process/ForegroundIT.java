package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForegroundIT {
    @TempDir
    Path folder;

    @Test
    void theEndOfStandardInputDoesNotEndAStartButASignalDoes() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            Process process = understudy.begin("start");
            process.getOutputStream().close();
            Understudy.await(understudy::isRunning);
            assertTrue(process.isAlive());

            // Process.destroy would close its streams as well.
            process.toHandle().destroy();

            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(143, process.exitValue());
            assertFalse(Files.exists(understudy.home().resolve("run.json")));
            assertTrue(new String(process.getErrorStream().readAllBytes()).contains("attach --home"));
            assertEquals(0, process.getInputStream().readAllBytes().length);
        }
    }

    @Test
    void aScriptRunsToItsEndAndItsOutputIsAllThereIs() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            Understudy.Outcome ran = understudy
                    .runWith("# what is here\n\nlb -s\n", "start", "--script", "-")
                    .succeeded();

            assertTrue(ran.out().contains("org.apache.felix.framework"), ran.toString());
            assertEquals("", ran.err());
            assertFalse(understudy.isRunning());
        }
    }

    @Test
    void theFirstLineThatFailsEndsAScript() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            Path script = Files.writeString(folder.resolve("script"), "lb -u\ninstall no-such-file.jar\nheaders 0\n");

            Understudy.Outcome ran =
                    understudy.run("start", "--script", script.toString()).failed(1, "line 2", "no-such-file.jar");

            assertFalse(ran.out().contains("Bundle-SymbolicName"));
            understudy
                    .run("start", "--script", folder.resolve("none").toString())
                    .failed(1, "no such file");
        }
    }
}
