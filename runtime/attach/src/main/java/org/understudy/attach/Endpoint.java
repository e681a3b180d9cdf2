package org.understudy.attach;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where the running Understudy of a home is reached. The socket is {@code attach.sock} in the home; where that path is
 * too long for a socket, it lies in a private folder elsewhere, which {@code attach.path} in the home names. Only the
 * owner can open it.
 *
 * <p>At most one process listens for a home: the caller of {@link #listen()} holds the lock of the home.
 */
public final class Endpoint {
    /** What a socket path may take: {@code sun_path} has 108 bytes on Linux and 104 elsewhere, the closing zero included. */
    static final int LONGEST_PATH = 100;

    private static final String SOCKET = "attach.sock";
    private static final String POINTER = "attach.path";

    private final Path home;
    private final Path elsewhere;

    private Endpoint(Path home, Path elsewhere) {
        this.home = home.toAbsolutePath().normalize();
        this.elsewhere = elsewhere;
    }

    /** The endpoint of a home folder. Touches nothing. */
    public static Endpoint of(Path home) {
        return new Endpoint(home, runtimeFolder());
    }

    static Endpoint of(Path home, Path elsewhere) {
        return new Endpoint(home, elsewhere);
    }

    /**
     * Listens, replacing what a killed process has left behind. From its first moment the socket is the owner's alone.
     *
     * @throws IOException when a living process answers there already, or no path short enough exists
     */
    public ServerSocketChannel listen() throws IOException {
        Optional<Path> left = socket();
        if (left.isPresent() && answers(left.get())) {
            throw new IOException(left.get() + " is in use: another process listens for " + home);
        }
        release();
        Path socket = fits(home.resolve(SOCKET)) ? home.resolve(SOCKET) : claimElsewhere();
        // The mode of a socket can be set only after it is bound, so it is bound where nobody else can reach it.
        Path curtain = Files.createDirectory(socket.resolveSibling(".attach"), ownerOnly("rwx------"));
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Path bound = curtain.resolve("s");
            channel.bind(UnixDomainSocketAddress.of(bound));
            Files.setPosixFilePermissions(bound, PosixFilePermissions.fromString("rw-------"));
            Files.move(bound, socket, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(curtain);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Connects to the process that listens.
     *
     * @throws NotRunningException when nobody does, be it that nothing was started or that it was killed
     */
    public SocketChannel connect() throws IOException {
        Path socket = socket().orElseThrow(() -> new NotRunningException(home, null));
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (ConnectException | NoSuchFileException e) {
            throw new NotRunningException(home, e);
        }
    }

    /** Removes the socket and what points to it. Harmless when there is nothing. */
    public void release() throws IOException {
        Optional<Path> socket = socket();
        Path pointer = home.resolve(POINTER);
        if (socket.isPresent()) {
            Files.deleteIfExists(socket.get());
            clearCurtain(socket.get().resolveSibling(".attach"));
            if (Files.exists(pointer)) {
                Files.deleteIfExists(socket.get().getParent());
            }
        }
        clearCurtain(home.resolve(".attach"));
        Files.deleteIfExists(pointer);
    }

    /** The path a client would connect to; empty when there is none, or when it is not ours to trust. */
    Optional<Path> socket() throws IOException {
        Path pointer = home.resolve(POINTER);
        if (!Files.exists(pointer)) {
            Path socket = home.resolve(SOCKET);
            return Files.exists(socket) ? Optional.of(socket) : Optional.empty();
        }
        Path socket = Path.of(Files.readString(pointer, StandardCharsets.UTF_8).strip());
        return isPrivate(socket.getParent()) ? Optional.of(socket) : Optional.empty();
    }

    private Path claimElsewhere() throws IOException {
        Path folder = Files.createTempDirectory(elsewhere, "understudy", ownerOnly("rwx------"));
        Path socket = folder.resolve(SOCKET);
        if (!fits(socket)) {
            Files.delete(folder);
            throw new IOException("no path of at most " + LONGEST_PATH + " bytes for the attach socket: neither in "
                    + home + " nor in " + elsewhere + "; set XDG_RUNTIME_DIR to a folder with a shorter path");
        }
        Path draft = Files.writeString(home.resolve(POINTER + ".new"), socket + "\n", StandardCharsets.UTF_8);
        replace(draft, home.resolve(POINTER));
        return socket;
    }

    private boolean isPrivate(Path folder) throws IOException {
        return folder != null
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(home))
                && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))
                        .endsWith("------");
    }

    private static void replace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean answers(Path socket) {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static void clearCurtain(Path curtain) throws IOException {
        Files.deleteIfExists(curtain.resolve("s"));
        Files.deleteIfExists(curtain);
    }

    private static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
    }

    private static Path runtimeFolder() {
        String folder = System.getenv("XDG_RUNTIME_DIR");
        boolean usable = folder != null && Files.isDirectory(Path.of(folder)) && Files.isWritable(Path.of(folder));
        return Path.of(usable ? folder : System.getProperty("java.io.tmpdir"));
    }

    private static FileAttribute<?> ownerOnly(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
