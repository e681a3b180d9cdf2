package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                restart(disk, home, witness);
            }
        };
    }

    /** What a process does that finds what another has left. */
    private static void restart(ForgetfulDisk disk, Path home, Witness witness) throws JournalException {
        try (Journal journal = witness.openAndAppend(disk, home)) {
            witness.append(journal);
        }
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

    /** From where something is forced in it. */
    Set<String> sites(Play play) {
        return act(play, fresh(), new Witness()).sites();
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

    /** The same, where the process that starts after the outage meets an outage itself, at each of its steps. */
    Optional<String> firstComplaintOfTwo(Play play, List<Aftermath> aftermaths) throws IOException {
        int steps = steps(play);
        for (int step = 1; step <= steps + 1; step++) {
            for (Aftermath first : aftermaths) {
                Witness witness = new Witness();
                ForgetfulDisk disk = act(play, fresh().offBefore(step), witness);
                Optional<String> complaint = firstComplaintOfTheNext(disk, witness, first, aftermaths);
                if (complaint.isPresent()) {
                    return Optional.of("after step " + step + ", " + first + ", " + complaint.get());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> firstComplaintOfTheNext(
            ForgetfulDisk first, Witness sofar, Aftermath between, List<Aftermath> aftermaths) throws IOException {
        for (int step = 1; ; step++) {
            MemoryDisk left = new MemoryDisk(HOME);
            first.leave(between, left, HOME);
            Witness witness = new Witness(sofar);
            ForgetfulDisk second = act(Plays::restart, new ForgetfulDisk(HOME, left).offBefore(step), witness);
            Optional<String> complaint = firstComplaint(second, witness, aftermaths);
            if (complaint.isPresent()) {
                return Optional.of("then before step " + step + ", " + complaint.get());
            }
            if (second.steps() < step) {
                return Optional.empty();
            }
        }
    }

    private Optional<String> firstComplaintAt(Play play, int step, List<Aftermath> aftermaths) throws IOException {
        Witness witness = new Witness();
        ForgetfulDisk disk = act(play, fresh().offBefore(step), witness);
        return firstComplaint(disk, witness, aftermaths).map(complaint -> "before step " + step + ", " + complaint);
    }

    private Optional<String> firstComplaint(ForgetfulDisk disk, Witness witness, List<Aftermath> aftermaths)
            throws IOException {
        for (Aftermath aftermath : aftermaths) {
            MemoryDisk left = new MemoryDisk(HOME);
            disk.leave(aftermath, left, HOME);
            List<String> complaints = witness.complaints(left, HOME);
            looked++;
            if (!complaints.isEmpty()) {
                return Optional.of(aftermath + ": " + complaints);
            }
        }
        return Optional.empty();
    }
}
