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
 * @param again whether it is the active version once more, its own bytes as a fresh generation
 */
public record Act(List<Part> parts, Optional<Fault> fault, Fate fate, boolean again) {
    public Act {
        parts = List.copyOf(parts);
    }

    static Act good(List<Part> parts, Fate fate) {
        return new Act(parts, Optional.empty(), fate, false);
    }

    static Act again(List<Part> parts) {
        return new Act(parts, Optional.empty(), Fate.STAYS, true);
    }

    static Act faulty(Fault fault) {
        return new Act(List.of(fault.part()), Optional.of(fault), fault.fate(), false);
    }

    /** How many operations it takes: a swap, and another where it does not stay. */
    int operations() {
        return fate == Fate.STAYS || fate == Fate.REFUSED ? 1 : 2;
    }
}
