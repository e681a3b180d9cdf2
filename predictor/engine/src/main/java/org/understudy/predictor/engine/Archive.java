package org.understudy.predictor.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the predictor has on disk: the decisions about privacy in one file, what was learned in another. Where the latter
 * is damaged, learning begins anew; where the former is, nothing is taken until somebody says so, for nobody knows any more
 * who has opted out. What cannot be read is set aside. For one thread.
 */
final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int DECISIONS = 0x55535044;
    private static final int LEARNED = 0x5553504C;
    private static final int FORMAT = 1;
    /** What a model that cannot be asked is said to have learned, where it could not be made to forget. */
    static final byte[] NOTHING = {};

    /** Goes on with the mark of the key. */
    private static final String LEARNED_NAME = "learned-";

    private static final String NOBODY_KNOWS =
            "nobody knows any more who has opted out, so no usage is taken until you say `privacy --on`";

    private final CheckedFile decisions;
    private final Path folder;
    private final InstantSource time;
    private final SecureRandom random;
    /** What was learned, as it was last read or written. */
    private Optional<CheckedFile> latest = Optional.empty();

    Archive(Path folder, InstantSource time, SecureRandom random) {
        this.decisions = new CheckedFile(folder.resolve("privacy"), DECISIONS, FORMAT);
        this.folder = folder;
        this.time = time;
        this.random = random;
    }

    /**
     * What was there.
     *
     * @param roster the users
     * @param on whether usage is taken
     * @param keySince since when the key is in use
     */
    record Found(Roster roster, boolean on, Instant keySince) {}

    PseudonymKey nextKey() {
        return PseudonymKey.random(random);
    }

    private CheckedFile learned(PseudonymKey key) {
        return new CheckedFile(
                folder.resolve(LEARNED_NAME + HexFormat.of().formatHex(key.mark(), 0, 4)), LEARNED, FORMAT);
    }

    /** Reads what is there. */
    Found open() {
        Optional<Decisions> kept = decisions();
        Decisions now = kept.orElseGet(() -> new Decisions(isFresh(), nextKey(), time.instant(), Set.of()));
        Roster.Kept roster = new Roster.Kept(now.key(), List.of(), now.optedOut(), 1);
        Optional<Learned> before = kept.isPresent() ? learned(now) : Optional.empty();
        if (before.isPresent()) {
            roster = new Roster.Kept(
                    now.key(),
                    before.get().users(),
                    now.optedOut(),
                    before.get().next());
        }
        try {
            if (kept.isEmpty()) {
                setAside(decisions);
                write(now.on(), now.since(), roster);
            }
            removeOthers(roster); // a kill in the middle of a change of the key leaves one
        } catch (IOException e) {
            LOG.error(
                    "the decisions about privacy cannot be written, or what belongs to no user any more cannot be removed; no usage is"
                            + " taken until the next start: {}",
                    e.toString());
            return new Found(Roster.of(roster), false, now.since());
        }
        return new Found(Roster.of(roster), now.on(), now.since());
    }

    /** Whether nothing was decided or learned here before. */
    private boolean isFresh() {
        try {
            if (isThere(decisions) || files(Archive::isLearned).isEmpty()) {
                return !isThere(decisions);
            }
            LOG.error("{} is missing, but something was learned: {}", decisions.path(), NOBODY_KNOWS);
        } catch (IOException e) {
            LOG.error("{} cannot be read ({}): {}", folder, e.toString(), NOBODY_KNOWS);
        }
        return false;
    }

    private static boolean isThere(CheckedFile file) {
        return Files.exists(file.path());
    }

    private Optional<Decisions> decisions() {
        try {
            return decisions.read(Decisions::read);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{}; {}", e.getMessage(), NOBODY_KNOWS);
            return Optional.empty();
        }
    }

    private Optional<Learned> learned(Decisions now) {
        CheckedFile file = learned(now.key());
        try {
            Optional<Learned> found = file.read(Learned::read);
            if (found.isPresent() && !found.get().isUnder(now.key())) {
                throw new IOException(file.path() + " belongs to another key of pseudonyms");
            }
            latest = found.map(read -> file);
            return found;
        } catch (IOException e) {
            LOG.error("{}; learning begins anew", e.getMessage());
            setAsideIfPossible(file);
            return Optional.empty();
        }
    }

    private void setAsideIfPossible(CheckedFile file) {
        try {
            setAside(file);
        } catch (IOException e) {
            LOG.error("{} cannot be set aside: {}", file.path(), e.toString());
        }
    }

    private void setAside(CheckedFile file) throws IOException {
        if (isThere(file)) {
            LOG.warn("{} was set aside as {}", file.path(), file.setAside(time.millis()));
        }
    }

    /** Writes the decisions. */
    void write(boolean on, Instant keySince, Roster.Kept roster) throws IOException {
        decisions.write(new Decisions(on, roster.key(), keySince, roster.optedOut())::write);
    }

    /** What the model had learned when that was last written; empty where there is nothing. */
    Optional<byte[]> model() throws IOException {
        Optional<Learned> learned = latest.isPresent() ? latest.get().read(Learned::read) : Optional.empty();
        return learned.map(Learned::model).filter(model -> model.length > 0);
    }

    /** Sets aside what no model could read. */
    void setModelAside() {
        latest.ifPresent(this::setAsideIfPossible);
        latest = Optional.empty();
    }

    /**
     * Writes what was learned.
     *
     * @param model by the model; empty for what it had learned before
     */
    void write(Roster.Kept roster, Optional<byte[]> model) throws IOException {
        byte[] learned = model.isPresent() ? model.get() : model().orElse(NOTHING);
        CheckedFile file = learned(roster.key());
        file.write(Learned.of(roster, learned)::write);
        latest = Optional.of(file);
    }

    /** Removes what was learned under other keys. */
    void removeOthers(Roster.Kept roster) throws IOException {
        Path now = learned(roster.key()).path();
        remove(file -> isLearned(file)
                && !file.getFileName().toString().startsWith(now.getFileName().toString()));
    }

    private static boolean isLearned(Path file) {
        return file.getFileName().toString().startsWith(LEARNED_NAME);
    }

    /** Removes what could not be read and was kept. */
    void removeSetAside() throws IOException {
        remove(CheckedFile::isSetAside);
    }

    private void remove(Predicate<Path> which) throws IOException {
        List<Path> files = files(which);
        for (Path file : files) {
            Files.delete(file);
        }
        if (!files.isEmpty()) {
            CheckedFile.force(folder);
        }
    }

    private List<Path> files(Predicate<Path> which) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(which).toList();
        }
    }
}
