package org.understudy.newsroom.demo.play;

import java.util.List;
import java.util.Optional;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Fault.Fate;
import org.understudy.newsroom.demo.check.Part;

/**
 * One swap of the play.
 *
 * @param parts what is swapped, at one instant
 * @param fault the fault of the version that is swapped in; empty for a good one
 * @param fate what has to become of it
 */
public record Act(List<Part> parts, Optional<Fault> fault, Fate fate) {
    public Act {
        parts = List.copyOf(parts);
    }

    static Act good(List<Part> parts, Fate fate) {
        return new Act(parts, Optional.empty(), fate);
    }

    static Act faulty(Fault fault) {
        return new Act(List.of(fault.part()), Optional.of(fault), fault.fate());
    }

    /** How many operations it takes: a swap, and another where it does not stay. */
    int operations() {
        return fate == Fate.STAYS || fate == Fate.REFUSED ? 1 : 2;
    }
}
