package org.understudy.dispatch;

import java.util.List;

/**
 * What the pointers of a group hang under while it flips: leads each of them where it led before, and from one write on
 * where it leads afterwards. Used for one flip.
 */
final class Crossroads extends Route {
    private final List<Pointer> pointers;
    private final List<Route> before;
    private final List<Generation> after;
    private volatile boolean flipped;

    Crossroads(List<Pointer> pointers, List<Route> before, List<Generation> after) {
        this.pointers = List.copyOf(pointers);
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
    }

    /** Where this pointer, which is one of the group, leads now. */
    Route from(Pointer pointer) {
        int member = pointers.indexOf(pointer);
        return flipped ? after.get(member) : before.get(member);
    }

    /** The flip of all members. */
    void flip() {
        flipped = true;
    }
}
