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
    /** Whether somebody was forgotten of whom the disk may still tell. */
    private boolean forgotten;

    private Optional<Told> told = Optional.empty();

    /**
     * What the model has told, to be written a while later. Where something else has come behind the base by then, it may
     * have been that which told, before it was given what was learned: it is not written.
     *
     * @param learned as the model has written it
     * @param version of the base when it was asked
     */
    private record Told(byte[] learned, long version) {}

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

    /** The base takes up what was learned until it was last written, and nothing where that is nothing. */
    void goOn() {
        try {
            panel.load(archive.model().orElse(Archive.NOTHING));
        } catch (IOException e) {
            LOG.error("{}; the model begins anew", e.getMessage());
            archive.setModelAside();
            beginAnew();
        }
        panel.pay();
        intake.signals().repeat(panel::circumstance);
    }

    private void beginAnew() {
        try {
            panel.load(Archive.NOTHING);
        } catch (IOException e) {
            LOG.error("{}; it may know what it must not, so it is not asked until the next one comes", e.getMessage());
            panel.base(Optional.empty());
        }
    }

    /** Whether there is something new to be written down. */
    void learned(boolean something) {
        changed |= something;
    }

    /** Writes the decisions about privacy. */
    void decide() throws IOException {
        archive.write(intake.isOn(), keySince, roster.kept());
    }

    /** Forgets a user; on disk once {@link #settle} has returned. */
    void forget(long user) {
        told = Optional.empty();
        forgotten = true;
        foresight.forget(user);
    }

    /** Who has left the roster is forgotten. */
    void forgetWhoHasLeft() {
        roster.takeLeft().forEach(this::forget);
    }

    /** Whoever was forgotten is forgotten on disk too, and so is what could not be read or was left behind there. */
    void settle() throws IOException {
        if (forgotten) {
            save();
        }
        archive.removeOthers(roster.kept());
        archive.removeSetAside();
    }

    /** Writes what was learned. Where the model cannot tell it after somebody was forgotten, nothing of it stays. */
    void save() throws IOException {
        told = Optional.empty();
        forgetWhoHasLeft();
        Optional<byte[]> model = panel.save();
        archive.write(roster.kept(), forgotten && model.isEmpty() ? Optional.of(Archive.NOTHING) : model);
        forgotten = false;
        changed = false;
    }

    private void saveInTwoSteps() {
        try {
            if (told.isPresent()) {
                writeWhatWasTold(told.get());
            }
            if (forgotten) {
                save();
            } else if (changed) {
                long version = panel.version();
                told = panel.save().map(learned -> new Told(learned, version));
                changed = false;
                if (told.isEmpty()) {
                    archive.write(roster.kept(), Optional.empty());
                }
            }
        } catch (IOException e) {
            LOG.error("what was learned of usage is not on disk: {}", e.toString());
        }
    }

    private void writeWhatWasTold(Told what) throws IOException {
        told = Optional.empty();
        if (what.version() == panel.version()) {
            archive.write(roster.kept(), Optional.of(what.learned()));
        } else {
            changed = true;
        }
    }

    /** The same, and says so where it cannot be. */
    void saveIfPossible() {
        try {
            save();
        } catch (IOException e) {
            LOG.error("what was learned of usage is not on disk: {}", e.toString());
        }
    }

    /** What has to be done from time to time. */
    void keep() {
        try {
            Instant now = time.instant();
            if (panel.isWithoutBase()) {
                panel.baseChanges();
                goOn();
            }
            roster.removeUnseenSince(now.minus(settings.retention()).toEpochMilli());
            forgetWhoHasLeft();
            if (!keySince.plus(settings.keyLife()).isAfter(now)) {
                changeKey(now);
            } else {
                saveInTwoSteps();
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
        save();
        archive.write(intake.isOn(), now, roster.kept());
        archive.removeOthers(roster.kept());
        archive.removeSetAside(); // it may hold a key
        keySince = now; // said once the key before is gone from the disk
    }
}
