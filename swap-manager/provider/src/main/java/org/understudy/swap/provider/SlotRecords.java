package org.understudy.swap.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what was written into which bundle and when, so that it shows if somebody else has written to it since.
 * Only a cache: what it does not know is written anew.
 */
final class SlotRecords {
    private static final Logger LOG = LoggerFactory.getLogger(SlotRecords.class);

    private final Path file;
    private final Properties records = new Properties();
    /** The locations of those that this run has written, or found to be what was written. */
    private final Set<String> seen = new HashSet<>();

    SlotRecords(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                records.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} could not be read, all slots are written anew: {}", file, e.toString());
                records.clear();
            }
        }
    }

    /**
     * The digest of what the bundle holds, if it is what was last recorded. What an earlier run has recorded is compared,
     * the first time, with the bytes that the framework has kept: its cache may have been damaged since.
     */
    Optional<String> content(Bundle bundle) {
        Optional<Recorded> recorded = recorded(bundle);
        if (recorded.isEmpty() || recorded.get().seen()) {
            return recorded.map(Recorded::digest);
        }
        String digest = recorded.get().digest();
        if (!CachedCopies.mayHold(bundle, digest)) {
            LOG.warn("{} is not what was written into it: the framework's cache is damaged", bundle);
            return Optional.empty();
        }
        see(bundle);
        return Optional.of(digest);
    }

    /** What was recorded of a bundle, and whether this run has seen that it is true. */
    private record Recorded(String digest, boolean seen) {}

    private synchronized Optional<Recorded> recorded(Bundle bundle) {
        String record = records.getProperty(bundle.getLocation());
        if (record == null) {
            return Optional.empty();
        }
        String[] parts = record.split(" ");
        return parts.length == 2 && parts[1].equals(Long.toString(bundle.getLastModified()))
                ? Optional.of(new Recorded(parts[0], seen.contains(bundle.getLocation())))
                : Optional.empty();
    }

    private synchronized void see(Bundle bundle) {
        seen.add(bundle.getLocation());
    }

    synchronized void record(Bundle bundle, String digest) {
        records.setProperty(bundle.getLocation(), digest + " " + bundle.getLastModified());
        seen.add(bundle.getLocation());
        save();
    }

    synchronized void forget(Bundle bundle) {
        records.remove(bundle.getLocation());
        save();
    }

    private void save() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (OutputStream out = Files.newOutputStream(next)) {
            records.store(out, "what the swap-manager has written into its bundles");
        } catch (IOException e) {
            LOG.warn("{} could not be written, slots are written anew at the next start: {}", next, e.toString());
            return;
        }
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} could not be replaced, slots are written anew at the next start: {}", file, e.toString());
        }
    }
}
