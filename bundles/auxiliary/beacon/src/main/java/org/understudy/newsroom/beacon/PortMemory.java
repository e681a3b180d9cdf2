package org.understudy.newsroom.beacon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Which port the beacon has had, kept in a file, so that it has the same after a swap and after a restart. */
public final class PortMemory {
    private static final int HIGHEST = 65_535;

    private final Path file;

    /** Remembers in this folder, which exists. */
    public PortMemory(Path folder) {
        file = folder.resolve("port");
    }

    /**
     * The port, or 0 before there was one.
     *
     * @throws IOException naming the file, if it cannot be read or holds no port
     */
    public int recall() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IOException(file + " holds no port but `" + text + "`; remove it to get a new one", e);
        }
        throw new IOException(file + " holds no port but " + text + "; remove it to get a new one");
    }

    /**
     * Keeps this port.
     *
     * @throws IOException if the file cannot be written
     */
    public void keep(int port) throws IOException {
        Path fresh = file.resolveSibling("port.new");
        Files.writeString(fresh, port + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
