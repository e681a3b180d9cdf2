package org.understudy.swap.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the active version of a resource stands since its last flip.
 *
 * @param rank the number of that flip
 * @param group those that came on stage together with it
 * @param provisional what it still has to stand; empty once it is committed
 */
record Standing(int rank, Group group, Optional<Provisional> provisional) {
    /** Of a resource that has never flipped. */
    static final Standing NEVER = new Standing(0, Group.ALONE, Optional.empty());

    Standing {
        Objects.requireNonNull(group, "group");
    }

    /**
     * Resources that came on stage at one instant, and go back so.
     *
     * @param flip the number of the flip; each group has its own
     * @param members the names of all of them
     */
    record Group(int flip, List<String> members) {
        static final Group ALONE = new Group(0, List.of());

        Group {
            members = List.copyOf(members);
        }

        boolean isAlone() {
            return members.isEmpty();
        }
    }

    /** After a flip that nothing has to be proved about. */
    static Standing settled(int rank) {
        return new Standing(rank, Group.ALONE, Optional.empty());
    }

    Standing with(Provisional now) {
        return new Standing(rank, group, Optional.of(now));
    }

    /** The same version, from now on without a condition. */
    Standing committed() {
        return new Standing(rank, group, Optional.empty());
    }
}
