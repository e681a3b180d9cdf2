package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonIT {
    @TempDir
    Path folder;

    @Test
    void aDaemonIsStartedAskedAndEnded() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            assertEquals(3, understudy.run("status").status());
            understudy.run("attach", "lb").failed(3, "not running");
            understudy.run("stop").failed(3, "not running");

            Understudy.Outcome started = understudy.run("start", "--daemon").succeeded();

            assertEquals("", started.err());
            JsonNode status = understudy.status();
            assertTrue(status.get("running").asBoolean());
            assertTrue(status.get("uptimeMillis").asLong() >= 0);
            assertTrue(status.get("http.url").asText().startsWith("http://127.0.0.1:"));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(understudy.home().resolve("attach.sock"))));

            assertTrue(understudy.run("attach", "lb", "-s").succeeded().out().contains("org.understudy.shell"));
            assertNotEquals(
                    0,
                    understudy
                            .run("attach", "no-such-command")
                            .failed(1, "no-such-command")
                            .status());

            understudy
                    .run("start", "--daemon")
                    .failed(1, "is in use by process " + status.get("pid").asLong(), "stop --home");
            understudy
                    .run("start")
                    .failed(1, "is in use by process " + status.get("pid").asLong());
            assertTrue(understudy.isRunning());

            understudy.run("stop").succeeded();

            assertFalse(understudy.isRunning());
            assertFalse(Files.exists(understudy.home().resolve("run.json")));
            assertFalse(Files.exists(understudy.home().resolve("attach.sock")));
            assertTrue(understudy.log().contains("ended"));
        }
    }

    @Test
    void whatAKilledDaemonLeavesBehindIsNoObstacle() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            understudy.run("start", "--daemon").succeeded();
            ProcessHandle first = understudy.process();

            first.destroyForcibly();
            Understudy.await(() -> !understudy.isRunning());

            assertTrue(Files.exists(understudy.home().resolve("run.json")));
            understudy.run("attach", "lb").failed(3, "not running");

            understudy.run("start", "--daemon").succeeded();
            assertNotEquals(first.pid(), understudy.process().pid());
            understudy.run("attach", "lb").succeeded();
        }
    }

    @Test
    void aHomeWithALongPathIsReachedAllTheSame() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("a-long-name".repeat(12)))) {
            understudy.run("start", "--daemon").succeeded();

            Path socket = Path.of(
                    Files.readString(understudy.home().resolve("attach.path")).strip());
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
            understudy.run("attach", "lb").succeeded();

            understudy.run("stop").succeeded();
            assertFalse(Files.exists(socket.getParent()));
        }
    }

    @Test
    void aSwapIsStillThereAfterAStopAndAStart() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            understudy.run("start", "--newsroom", "--daemon").succeeded();
            assertTrue(understudy.versionsOnThePage().contains("theme=1.0.0"), understudy.versionsOnThePage());

            understudy.run("attach", "swap", "theme", "1.1.0").succeeded();
            assertTrue(understudy.versionsOnThePage().contains("theme=1.1.0"), understudy.versionsOnThePage());

            understudy.run("stop").succeeded();
            understudy.run("start", "--newsroom", "--daemon").succeeded();
            assertTrue(understudy.versionsOnThePage().contains("theme=1.1.0"), understudy.versionsOnThePage());
        }
    }
}
