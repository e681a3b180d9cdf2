package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.understudy.dispatch.Outstanding;

/** The handles that a resource has, and how they follow what its versions offer. To be used with the resource's turn. */
final class Handles {
    private final Front front;
    private final List<Handle> known = new ArrayList<>();
    private int next;

    Handles(Front front) {
        this.front = front;
    }

    /** Which service of an offer plays which handle. */
    Casting cast(Offer offer) throws Refusal {
        return new ServiceMatcher(known, next).match(offer);
    }

    /** What stands behind each handle in a generation with this casting, by index. */
    Object[] targets(Casting casting, Outstanding outstanding, Duration deadline) throws Refusal {
        Object[] targets = new Object[next + casting.added().size()];
        for (Map.Entry<Handle, Offer.Service> role : casting.roles().entrySet()) {
            targets[role.getKey().index()] = front.cast(role.getKey(), role.getValue(), outstanding, deadline);
        }
        return targets;
    }

    /** Shows what a casting brings: new handles, and new properties of those that stay. */
    void show(Casting casting) {
        front.mirror(casting.mirrored());
        for (Handle handle : casting.mirrored()) {
            known.replaceAll(other -> other.index() == handle.index() ? handle : other);
        }
        front.publish(casting.added());
        known.addAll(casting.added());
        next += casting.added().size();
        front.forgive();
    }

    /** Takes away handles that a version has nothing for, before it comes: but for those a whiteboard has in use. */
    void loseAtOnce(Casting casting) {
        drop(casting.lost().stream()
                .filter(handle -> handle.shape().fixed().isEmpty())
                .toList());
    }

    /** Takes these handles from consumers; does nothing for those that are gone. */
    void drop(List<Handle> some) {
        front.withdraw(some);
        known.removeIf(other -> some.stream().anyMatch(handle -> handle.index() == other.index()));
    }

    /** Takes all handles from consumers. */
    void dropAll() {
        drop(List.copyOf(known));
    }
}
