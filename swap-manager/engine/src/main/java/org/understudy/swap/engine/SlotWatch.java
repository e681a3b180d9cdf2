package org.understudy.swap.engine;

/**
 * What was noticed about slots and fronts that the swap-manager has not done itself: who must hear of it does, at once or
 * on another thread. Safe for use by many threads.
 */
public final class SlotWatch {
    private final Troupe troupe;
    private final Guard guard;

    SlotWatch(Troupe troupe, Guard guard) {
        this.troupe = troupe;
        this.guard = guard;
    }

    /**
     * Something is about to be done, or was done, to a slot from outside. Where it is the active one, calls are held
     * from now on, and those inside are waited for a little; then everything is made true again on another thread.
     *
     * @param slot the slot
     * @param what what was noticed, for people
     */
    public void disturbed(SlotId slot, String what) {
        ManagedResource resource = troupe.find(slot.resource());
        if (resource != null
                && !guard.dismissed()
                && resource.state().active().filter(slot.side()::equals).isPresent()) {
            guard.hold(resource, what);
            guard.restoreSoon(resource, what);
        }
    }

    /**
     * The active slot has withdrawn a service, of itself, while its bundle runs on: calls are held until it has had the
     * time to return.
     *
     * @param slot the slot
     * @param what what was noticed, for people
     */
    public void serviceGone(SlotId slot, String what) {
        disturbed(slot, what);
    }

    /**
     * A service of a slot came, or looks otherwise now. Where the slot is the active one, its handles follow, on another
     * thread; where not, they do once it is.
     *
     * @param slot the slot
     * @param what what was noticed, for people
     */
    public void changed(SlotId slot, String what) {
        ManagedResource resource = troupe.find(slot.resource());
        if (resource == null || guard.dismissed()) {
            return;
        }
        if (resource.state().active().filter(slot.side()::equals).isEmpty()) {
            resource.changedOffStage(slot.side());
        } else if (resource.down()) {
            guard.restoreSoon(resource, what);
        } else {
            guard.followSoon(resource);
        }
    }

    /** Something was done to a front from outside: its handles are shown again, on another thread. */
    public void frontDisturbed(String name, String what) {
        ManagedResource resource = troupe.find(name);
        if (resource != null && !guard.dismissed()) {
            guard.restoreSoon(resource, what);
        }
    }
}
