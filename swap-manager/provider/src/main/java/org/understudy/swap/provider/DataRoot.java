package org.understudy.swap.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ResourceSpec;

/**
 * Where the data folders of all resources lie, each under the resource's name.
 *
 * @param path the folder above them
 */
record DataRoot(Path path) {
    private static final String PROBE = ".understudy-probe";
    private static final int PROBE_BYTES = 4096; // a full disk may still take less

    DataRoot {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * The folder of a resource, made where it is not there, and written to once to see if that works.
     *
     * @throws Refusal if it cannot be made or written to; names it and the reason
     */
    Path open(String resource) throws Refusal {
        Path folder = path.resolve(ResourceSpec.checkName(resource));
        try {
            if (!Files.isDirectory(folder)) { // an admin may have linked it to a larger disk
                if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw unusable(folder, "what stands in its place is no folder", null);
                }
                Files.createDirectories(folder);
            }
            probe(folder.resolve(PROBE));
            return folder;
        } catch (IOException e) {
            throw unusable(folder, Reasons.of(e), e);
        }
    }

    private static void probe(Path file) throws IOException {
        try {
            Files.write(
                    file,
                    new byte[PROBE_BYTES],
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Refusal unusable(Path folder, String reason, IOException cause) {
        return new Refusal(
                "its data folder " + folder + " cannot be written to: " + reason
                        + "; let the user that the runtime runs as write there, and see that the disk has room",
                cause);
    }
}
