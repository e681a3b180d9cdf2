package org.understudy.newsroom.beacon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BerthTest {
    @TempDir
    Path folder;

    @Test
    void whoeverConnectsGetsALine() throws IOException {
        try (Light light = Berth.light(0, folder, visitor -> "hello " + visitor)) {
            assertEquals("hello 1\n", read(light.port()));
            assertEquals("hello 2\n", read(light.port()));
        }
    }

    @Test
    void theNextBeaconStandsOnTheSamePortAtOnce() throws IOException {
        int port;
        try (Light light = Berth.light(0, folder, visitor -> "old")) {
            port = light.port();
            read(port);
        }

        try (Light light = Berth.light(0, folder, visitor -> "new")) {
            assertEquals(port, light.port());
            assertEquals("new\n", read(port));
        }
    }

    @Test
    void aPortThatSomebodyElseHoldsIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            BindException refusal =
                    assertThrows(BindException.class, () -> Berth.light(port, folder, visitor -> "never"));

            assertTrue(refusal.getMessage().startsWith("port " + port + " of the beacon"), refusal.getMessage());
        }
    }

    @Test
    void aConfiguredPortIsNotRemembered() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }

        try (Light light = Berth.light(free, folder, visitor -> "here")) {
            assertEquals(free, light.port());
        }
        assertEquals(0, new PortMemory(folder).recall());
    }

    @Test
    void aMemoryThatHoldsNoPortIsAFailureWithItsFile() throws IOException {
        for (String nonsense : new String[] {"light", "0", "70000"}) {
            Files.writeString(folder.resolve("port"), nonsense);

            IOException failure = assertThrows(IOException.class, () -> new PortMemory(folder).recall());

            assertTrue(failure.getMessage().contains(nonsense), failure.getMessage());
            assertNotEquals(-1, failure.getMessage().indexOf(folder.toString()));
        }
    }

    private static String read(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
