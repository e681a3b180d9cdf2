package org.understudy.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private Path base;
    private Path elsewhere;

    @BeforeEach
    void shortPaths() throws IOException {
        base = Files.createTempDirectory(Path.of("/tmp"), "ep");
        elsewhere = Files.createDirectory(base.resolve("run"));
    }

    @AfterEach
    void removeAll() throws IOException {
        try (Stream<Path> all = Files.walk(base)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void theSocketOfAShortHomeLiesInItAndIsTheOwnersAlone() throws IOException {
        Path home = home("home");
        Endpoint endpoint = Endpoint.of(home, elsewhere);

        try (ServerSocketChannel server = endpoint.listen();
                SocketChannel client = endpoint.connect()) {
            assertTrue(client.isConnected());
            assertTrue(server.isOpen());
            assertEquals("rw-------", mode(home.resolve("attach.sock")));
            assertFalse(Files.exists(home.resolve(".attach")));
        }
    }

    @Test
    void theSocketOfALongHomeLiesInAPrivateFolderThatTheHomeNames() throws IOException {
        Path home = home("h".repeat(120));
        Endpoint endpoint = Endpoint.of(home, elsewhere);

        try (ServerSocketChannel server = endpoint.listen();
                SocketChannel client = endpoint.connect()) {
            Path socket = Path.of(Files.readString(home.resolve("attach.path")).strip());
            assertTrue(client.isConnected() && server.isOpen());
            assertTrue(socket.startsWith(elsewhere));
            assertEquals("rwx------", mode(socket.getParent()));
        }
        endpoint.release();

        assertFalse(Files.exists(home.resolve("attach.path")));
        try (Stream<Path> left = Files.list(elsewhere)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aFolderThatOthersMayEnterIsNotTrusted() throws IOException {
        Path home = home("h".repeat(120));
        Endpoint endpoint = Endpoint.of(home, elsewhere);
        try (ServerSocketChannel server = endpoint.listen()) {
            assertTrue(server.isOpen());
            Path socket = endpoint.socket().orElseThrow();

            Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

            assertEquals(Optional.empty(), endpoint.socket());
            assertThrows(NotRunningException.class, endpoint::connect);
        }
    }

    @Test
    void aSocketThatAKilledProcessLeftIsReplaced() throws IOException {
        Endpoint endpoint = Endpoint.of(home("home"), elsewhere);
        endpoint.listen().close();
        assertThrows(NotRunningException.class, endpoint::connect);

        try (ServerSocketChannel server = endpoint.listen();
                SocketChannel client = endpoint.connect()) {
            assertTrue(server.isOpen() && client.isConnected());
        }
    }

    @Test
    void aSocketThatAnswersIsNotTakenOver() throws IOException {
        Endpoint endpoint = Endpoint.of(home("home"), elsewhere);
        try (ServerSocketChannel server = endpoint.listen()) {
            IOException refused = assertThrows(IOException.class, endpoint::listen);

            assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
            assertTrue(server.isOpen());
        }
    }

    @Test
    void noPathShortEnoughIsSaid() throws IOException {
        Path far = home("r".repeat(100));
        Endpoint endpoint = Endpoint.of(home("h".repeat(120)), far);

        IOException refused = assertThrows(IOException.class, endpoint::listen);

        assertTrue(refused.getMessage().contains("XDG_RUNTIME_DIR"), refused.getMessage());
    }

    private Path home(String name) throws IOException {
        return Files.createDirectory(base.resolve(name));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
