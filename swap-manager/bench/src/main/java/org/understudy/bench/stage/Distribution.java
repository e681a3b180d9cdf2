package org.understudy.bench.stage;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** Where what is shipped lies. */
public final class Distribution {
    private Distribution() {}

    /** The folder that was named; where none was, the one that this code comes from. */
    public static Path folder(Optional<Path> named) throws IOException {
        return named.isPresent() ? named.get().toRealPath() : ofThisCode();
    }

    private static Path ofThisCode() throws IOException {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.toRealPath().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IOException("this code does not know where it comes from; say --dist", e);
        }
    }
}
