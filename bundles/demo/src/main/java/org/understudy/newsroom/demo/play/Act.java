package org.understudy.newsroom.demo.play;

import java.util.Optional;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Fault.Fate;
import org.understudy.newsroom.demo.check.Part;

/**
 * One swap of the play.
 *
 * @param part what is swapped
 * @param fault the fault of the version that is swapped in; empty for a good one
 * @param fate what has to become of it
 */
public record Act(Part part, Optional<Fault> fault, Fate fate) {
    static Act good(Part part, Fate fate) {
        return new Act(part, Optional.empty(), fate);
    }

    static Act faulty(Fault fault) {
        return new Act(fault.part(), Optional.of(fault), fault.fate());
    }

    /** How many operations it takes: a swap, and a rollback where it is taken back. */
    int operations() {
        return fate == Fate.TAKEN_BACK ? 2 : 1;
    }
}
