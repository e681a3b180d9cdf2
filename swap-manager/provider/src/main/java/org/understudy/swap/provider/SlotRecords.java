package org.understudy.swap.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
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

    /** The digest of what the bundle holds, if it is what was last recorded. */
    synchronized Optional<String> content(Bundle bundle) {
        String record = records.getProperty(bundle.getLocation());
        if (record == null) {
            return Optional.empty();
        }
        String[] parts = record.split(" ");
        return parts.length == 2 && parts[1].equals(Long.toString(bundle.getLastModified()))
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    synchronized void record(Bundle bundle, String digest) {
        records.setProperty(bundle.getLocation(), digest + " " + bundle.getLastModified());
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
