package org.understudy.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bundle that is shipped, as opposed to one that is swapped.
 *
 * @param location {@code boot:<level>/<file>}: the launcher owns the bundles at such locations and no others
 * @param fingerprint changes when the file does
 */
record PlatformBundle(String location, int startLevel, Path file, String fingerprint) {
    static final String SCHEME = "boot:";

    static PlatformBundle of(int startLevel, Path file) throws IOException {
        String fingerprint =
                Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
        return new PlatformBundle(SCHEME + startLevel + "/" + file.getFileName(), startLevel, file, fingerprint);
    }
}
