package org.understudy.predictor.engine;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.predict.PrivacyStatus;

/**
 * What the predictor does at home: writes down what was learned, has the base go on from it, changes the key of the
 * pseudonyms in time, and forgets who was not seen for long. For the predictor's thread, but for {@link #status}.
 */
final class House {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    private final Archive archive;
    private final PredictorSettings settings;
    private final InstantSource time;
    private final Roster roster;
    private final Intake intake;
    private final Panel panel;
    private final Foresight foresight;
    private volatile Instant keySince;
    private boolean changed;

    House(
            Archive archive,
            Archive.Found found,
            PredictorSettings settings,
            InstantSource time,
            Intake intake,
            Panel panel,
            Foresight foresight) {
        this.archive = archive;
        this.settings = settings;
        this.time = time;
        this.roster = found.roster();
        this.keySince = found.keySince();
        this.intake = intake;
        this.panel = panel;
        this.foresight = foresight;
    }

    /** How things stand. For any thread. */
    PrivacyStatus status() {
        Instant since = keySince;
        return new PrivacyStatus(
                intake.isOn(), roster.sizeOfOptedOut(), roster.size(), since, since.plus(settings.keyLife()), (int)
                        settings.retention().toDays());
    }

    /** The base takes up what was learned until it was last written. */
    void goOn() {
        try {
            Optional<byte[]> learned = archive.model();
            if (learned.isPresent()) {
                panel.load(learned.get());
            }
        } catch (IOException e) {
            LOG.error("{}; the model begins anew", e.getMessage());
            archive.setModelAside();
        }
        intake.signals().repeat(panel::circumstance);
    }

    /** Whether there is something new to be written down. */
    void learned(boolean something) {
        changed |= something;
    }

    /** Writes the decisions about privacy. */
    void decide() throws IOException {
        archive.write(intake.isOn(), keySince, roster.kept());
    }

    /**
     * Writes what was learned.
     *
     * @param forgot whether the model has forgotten whom it had to: otherwise nothing of it stays on disk
     */
    void save(boolean forgot) throws IOException {
        boolean all = forgot;
        for (long left : roster.takeLeft()) {
            all &= foresight.forget(left);
        }
        archive.write(roster.kept(), all ? panel.save() : Optional.of(Archive.NOTHING));
        changed = false;
    }

    /** The same, and says so where it cannot be. */
    void saveIfPossible() {
        try {
            save(true);
        } catch (IOException e) {
            LOG.error("what was learned of usage is not on disk: {}", e.toString());
        }
    }

    /** Removes what could not be read and was kept. */
    void removeSetAside() throws IOException {
        archive.removeSetAside();
    }

    /** What has to be done from time to time. */
    void keep() {
        try {
            Instant now = time.instant();
            roster.removeUnseenSince(now.minus(settings.retention()).toEpochMilli());
            if (!keySince.plus(settings.keyLife()).isAfter(now)) {
                changeKey(now);
            } else if (changed) {
                saveIfPossible();
            }
        } catch (IOException e) {
            LOG.error("the key of the pseudonyms could not be changed, which is tried again: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.error("the predictor's housekeeping failed, and is tried again", e);
        }
    }

    /** What was learned is written under the new key first, and is what counts from the moment at which that is written. */
    private void changeKey(Instant now) throws IOException {
        roster.succeed(archive.nextKey());
        save(true);
        archive.write(intake.isOn(), now, roster.kept());
        archive.removeOthers(roster.kept());
        keySince = now; // said once the key before is gone from the disk
    }
}
