package org.understudy.swap.provider;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.engine.Digests;
import org.understudy.swap.engine.Reasons;

/**
 * Where Felix keeps the jar that was installed: in the bundle's folder of its cache, beside the bundle's data area, once
 * for each revision. No specification says so, so whoever takes a file from there has to know its digest.
 */
final class CachedCopies {
    private static final Logger LOG = LoggerFactory.getLogger(CachedCopies.class);
    private static final int REVISION_AND_FILE = 2;

    private CachedCopies() {}

    /** Whether the bundle may hold what has this digest: it does not where only other jars are kept of it. */
    static boolean mayHold(Bundle bundle, String digest) {
        List<Path> copies = of(bundle);
        return copies.isEmpty() || copies.stream().anyMatch(copy -> is(copy, digest));
    }

    private static boolean is(Path copy, String digest) {
        try {
            return Digests.sha256(copy).equals(digest);
        } catch (IOException e) {
            LOG.warn("{} could not be read: {}", copy, Reasons.of(e));
            return false;
        }
    }

    /** What might be the bundle's jar. */
    static List<Path> of(Bundle bundle) {
        File data = bundle.getDataFile("");
        if (data == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data.toPath().getParent(), REVISION_AND_FILE)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            LOG.warn("the cache of {} could not be read: {}", bundle, Reasons.of(e));
            return List.of();
        }
    }
}
