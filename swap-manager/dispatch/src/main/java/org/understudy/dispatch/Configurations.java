package org.understudy.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Moves the pointers of the resources, and keeps for pinned requests which version of each was on stage together.
 *
 * <p>The configuration changes at the very write that moves a pointer or flips a group: {@link Turning} says which of
 * two holds by asking the pointer. So what a thread met pinned and what it meets unpinned are in one order. Why the
 * drains are right is argued in {@code PROTOCOL.md}. Safe for use by many threads; for each pointer one writer at a time.
 */
public final class Configurations {
    private final Map<Pointer, Engagement> engagements = new HashMap<>();
    private final List<Retired> retired = new ArrayList<>();
    private volatile Lead lead = new Configuration();

    /** What leads to the current configuration. */
    interface Lead {
        /** The current one. */
        Configuration now();
    }

    /** Leads to one configuration until a pointer has moved, and then to the next one. */
    private static final class Turning implements Lead {
        private final Configuration before;
        private final Configuration after;
        private final Pointer pointer;
        private final Route next;

        Turning(Configuration before, Configuration after, Pointer pointer, Route next) {
            this.before = before;
            this.after = after;
            this.pointer = pointer;
            this.next = next;
        }

        @Override
        public Configuration now() {
            return pointer.route() == next ? after : before;
        }
    }

    /** A configuration that nobody enters any more. */
    private static final class Retired {
        private final Configuration configuration;
        private final Leaving leaving;

        Retired(Configuration configuration) {
            this.configuration = configuration;
            this.leaving = new Leaving(configuration.cells());
        }
    }

    /** Pins the current thread to the configuration of now; joins the pin that it is under, if it is. */
    public Pin pin() {
        return Pin.to(this);
    }

    /** Whether the current thread is pinned. */
    public static boolean isPinned() {
        return Pin.current() != null;
    }

    /**
     * Brings other versions on stage, at one instant.
     *
     * @param pointers of the resources, each once
     * @param next where each of them is to lead, in the same order
     * @return where each of them led before
     * @throws IllegalStateException if one of the generations was published before; nothing has changed then
     */
    public synchronized List<Route> flip(List<Pointer> pointers, List<Generation> next) {
        List<Engagement> entering = new ArrayList<>();
        for (int i = 0; i < pointers.size(); i++) {
            Engagement engagement = new Engagement(this, pointers.get(i));
            engagement.play(next.get(i));
            entering.add(engagement);
        }
        Configuration before = lead.now();
        Configuration after = before.with(entering);
        lead = new Turning(before, after, pointers.get(0), next.get(0));
        boolean flipped = false;
        try {
            List<Route> led = pointers.size() == 1
                    ? List.of(pointers.get(0).publish(next.get(0)))
                    : GroupFlip.publish(pointers, next);
            flipped = true;
            for (int i = 0; i < pointers.size(); i++) {
                giveUp(
                        pointers.get(i),
                        new Closed("the version that the request is pinned to was replaced before it was"
                                + " whole again: pin a new request"));
                engagements.put(pointers.get(i), entering.get(i));
            }
            return led;
        } finally {
            end(before, flipped ? after : before);
        }
    }

    /**
     * Points a resource elsewhere without another version coming on stage: to a further generation of the version that
     * is there or was there last, to a gate until it is whole again, or to the reason why it is not. Pinned requests are
     * led there too.
     *
     * @return where it led before
     * @throws IllegalStateException if the route is a generation that was published before
     */
    public synchronized Route lead(Pointer pointer, Route next) {
        Configuration before = lead.now();
        List<Engagement> returning = waitingFor(pointer, before);
        Engagement engagement = engagements.get(pointer);
        if (next instanceof Generation generation) {
            if (engagement == null) {
                return flip(List.of(pointer), List.of(generation)).get(0);
            }
            returning.add(engagement);
        }
        boolean same = returning.stream().allMatch(before::names);
        Configuration after = same ? before : before.with(returning);
        lead = new Turning(before, after, pointer, next);
        boolean led = false;
        try {
            Route route = pointer.publish(next);
            led = true;
            if (engagement != null) {
                engagement.play(next);
            }
            return route;
        } finally {
            end(before, led ? after : before);
        }
    }

    /** Those of which pinned calls wait until this resource is pointed elsewhere. */
    private List<Engagement> waitingFor(Pointer pointer, Configuration now) {
        List<Engagement> waiting = new ArrayList<>();
        for (Pointer other : now.waitingAt(pointer.route())) {
            waiting.add(engagements.get(other));
        }
        return waiting;
    }

    /**
     * Takes the version of a resource off stage before another one is there. Requests that are pinned already go on in
     * it; those that come wait at the gate.
     *
     * @param pointer of the resource
     * @param gate where its calls wait
     * @param others that will be swapped at the same instant as this one; calls that are pinned from now on wait for them
     *     too, lest they meet an old version of the one and a new version of the other
     * @return where it led before
     */
    public synchronized Route hold(Pointer pointer, Gate gate, List<Pointer> others) {
        Configuration before = lead.now();
        Configuration after = before.without(pointer, others, gate);
        lead = new Turning(before, after, pointer, gate);
        Route led = pointer.publish(gate);
        giveUp(pointer, gate);
        end(before, after);
        return led;
    }

    /** A version that waits to be repaired will not be where it waits: who is pinned to it is led here. */
    private void giveUp(Pointer pointer, Route next) {
        Engagement engagement = engagements.get(pointer);
        if (engagement != null) {
            engagement.giveUp(next);
        }
    }

    private void end(Configuration before, Configuration after) {
        lead = after;
        if (before != after) {
            retired.add(new Retired(before));
        }
        sweep();
    }

    /** The configuration of now. */
    Configuration now() {
        return lead.now();
    }

    /** Counts a pinned request into the configuration of now. */
    Configuration enter(int ticket) {
        while (true) {
            Configuration seen = now();
            seen.arrive(ticket);
            if (now() == seen) {
                return seen;
            }
            seen.leave(ticket);
        }
    }

    /** Whether a pinned request holds on to it. */
    synchronized boolean isPinned(Engagement engagement) {
        sweep();
        return retired.stream().anyMatch(old -> old.configuration.names(engagement))
                || now().names(engagement) && now().cells().sum() != 0;
    }

    /** How many pinned requests hold on to it. */
    synchronized long pins(Engagement engagement) {
        long sum = now().names(engagement) ? now().cells().sum() : 0;
        for (Retired old : retired) {
            if (old.configuration.names(engagement)) {
                sum += old.configuration.cells().sum();
            }
        }
        return sum;
    }

    /** The generation was left for good; unless it is on stage again, pinned requests are told so from now on. */
    synchronized void end(Engagement engagement, Generation left) {
        if (engagement.leadsTo(left) && !now().names(engagement)) {
            engagement.play(new Closed(left.name()
                    + " was stopped while a request was still pinned to it: pins are cut when the drain deadline has"
                    + " passed; close them sooner, or raise the deadline"));
        }
    }

    /** Lets go of the configurations that the last pin has left. */
    private void sweep() {
        for (Iterator<Retired> all = retired.iterator(); all.hasNext(); ) {
            if (all.next().leaving.done()) {
                all.remove();
            }
        }
    }

    /** How many configurations are kept for pins that hold on to them. */
    synchronized int kept() {
        sweep();
        return retired.size();
    }
}
