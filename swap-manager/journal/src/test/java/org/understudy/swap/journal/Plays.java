package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.understudy.swap.journal.outage.Aftermath;
import org.understudy.swap.journal.outage.ForgetfulDisk;
import org.understudy.swap.journal.outage.Kill;
import org.understudy.swap.journal.outage.MemoryDisk;
import org.understudy.swap.journal.outage.PowerFailure;

/** Plays what a process does on a disk, lets the power go off at every step, and looks at what may be left. */
final class Plays {
    private static final Path HOME = Path.of("/somewhere");

    private final UnaryOperator<ForgetfulDisk> faults;
    private int looked;

    /** What a process does, from its start to the end that it may not reach. */
    interface Play {
        void run(ForgetfulDisk disk, Path home, Witness witness) throws JournalException;
    }

    Plays(UnaryOperator<ForgetfulDisk> faults) {
        this.faults = faults;
    }

    /** A life of a journal, from its birth on. */
    static void life(ForgetfulDisk disk, Path home, Witness witness) throws JournalException {
        try (Journal journal = witness.openAndSettle(disk, home)) {
            witness.append(journal);
            witness.append(journal);
            witness.checkpoint(journal);
            witness.append(journal);
            witness.checkpoint(journal);
            witness.checkpoint(journal);
            witness.append(journal);
        }
        try (Journal journal = witness.openAndSettle(disk, home)) {
            witness.append(journal);
            witness.checkpoint(journal);
            witness.append(journal);
        }
    }

    /** The same in a process that is killed before a step, and what the next one does then. */
    static Play killedBefore(int step) {
        return (disk, home, witness) -> {
            try {
                life(disk.killedBefore(step), home, witness);
            } catch (Kill killed) {
                try (Journal journal = witness.openAndSettle(disk, home)) {
                    witness.append(journal);
                }
            }
        };
    }

    /** The same while one step fails. */
    static Play failingAt(int step) {
        return (disk, home, witness) -> life(disk.failing(each -> each == step), home, witness);
    }

    private ForgetfulDisk fresh() {
        return faults.apply(new ForgetfulDisk(HOME, new MemoryDisk(HOME)));
    }

    /** How many steps a play has when nothing comes between. */
    int steps(Play play) {
        return act(play, fresh(), new Witness()).steps();
    }

    private static ForgetfulDisk act(Play play, ForgetfulDisk disk, Witness witness) {
        try {
            play.run(disk, HOME, witness);
        } catch (PowerFailure | JournalException e) {
            // the end of the process, by an outage or because it does not start
        }
        return disk;
    }

    int looked() {
        return looked;
    }

    /** The first promise found broken, with the story of how. */
    Optional<String> firstComplaint(Play play, int from, List<Aftermath> aftermaths) throws IOException {
        int steps = steps(play);
        for (int step = from; step <= steps + 1; step++) {
            Optional<String> complaint = firstComplaintAt(play, step, aftermaths);
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return Optional.empty();
    }

    private Optional<String> firstComplaintAt(Play play, int step, List<Aftermath> aftermaths) throws IOException {
        Witness witness = new Witness();
        ForgetfulDisk disk = act(play, fresh().offBefore(step), witness);
        for (Aftermath aftermath : aftermaths) {
            MemoryDisk left = new MemoryDisk(HOME);
            disk.leave(aftermath, left, HOME);
            List<String> complaints = witness.complaints(left, HOME);
            looked++;
            if (!complaints.isEmpty()) {
                return Optional.of("the power off before step " + step + ", " + aftermath + ": " + complaints);
            }
        }
        return Optional.empty();
    }
}
