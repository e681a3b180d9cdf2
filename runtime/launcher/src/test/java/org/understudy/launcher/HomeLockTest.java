package org.understudy.launcher;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path folder;

    @Test
    void aLockFileThatAKilledProcessLeftIsNoObstacle() throws Exception {
        Home home = new Home(folder);
        Files.writeString(home.lock(), "1");

        HomeLock.acquire(home).close();
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws IOException {
        Home home = new Home(Files.createFile(folder.resolve("file")).resolve("home"));

        LaunchException refused = assertThrows(LaunchException.class, home::create);

        assertTrue(
                refused.getMessage().startsWith("the home " + home.folder() + " cannot be made: a file is in the way"),
                refused.getMessage());
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(Port.HOST))) {
            LaunchException refused = assertThrows(LaunchException.class, () -> Port.claim(other.getLocalPort()));

            assertTrue(refused.getMessage().contains("port " + other.getLocalPort()), refused.getMessage());
            assertTrue(refused.getMessage().contains("--port"), refused.getMessage());
        }
    }
}
