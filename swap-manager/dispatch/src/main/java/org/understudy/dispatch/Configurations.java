package org.understudy.dispatch;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves the pointers of the resources, and keeps for pinned requests which version of each was on stage together.
 *
 * <p>The configuration changes at the very write that moves a pointer or flips a group: {@link Turning} says which of
 * two holds by asking the pointer. So what a thread met pinned and what it meets unpinned are in one order. Why the
 * drains are right is argued in {@code PROTOCOL.md}. Safe for use by many threads; for each pointer one writer at a time. A pointer is moved by one of these only.
 */
public final class Configurations {
    /** By the number of the resource: the version that is on stage or was there last. */
    private final List<Engagement> engagements = new ArrayList<>();

    private final List<Configuration> retired = new ArrayList<>();
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
            number(pointers.get(i));
            entering.add(new Engagement(this, pointers.get(i), next.get(i)));
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
                engagements.set(pointers.get(i).number(), entering.get(i));
                next.get(i).playsIn(entering.get(i));
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
        Engagement engagement = last(pointer);
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

    private void number(Pointer pointer) {
        if (pointer.number() < 0) {
            pointer.number(engagements.size());
            engagements.add(null);
        }
    }

    /** The version of the resource that is on stage or was there last; {@code null} where none ever was. */
    private Engagement last(Pointer pointer) {
        return pointer.number() < 0 ? null : engagements.get(pointer.number());
    }

    /** Those of which pinned calls wait until this resource is pointed elsewhere. */
    private List<Engagement> waitingFor(Pointer pointer, Configuration now) {
        List<Engagement> waiting = new ArrayList<>();
        Route gate = pointer.route();
        for (int number = 0; number < engagements.size(); number++) {
            if (now.waitsAt(gate, number)) {
                waiting.add(engagements.get(number));
            }
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
        Engagement engagement = last(pointer);
        if (engagement != null) {
            engagement.giveUp(next);
        }
    }

    private void end(Configuration before, Configuration after) {
        lead = after;
        if (before != after) {
            retired.add(before);
        }
        sweep();
    }

    /** The configuration of now. */
    Configuration now() {
        return lead.now();
    }

    /** Counts a pinned request into the configuration of now, and returns that. */
    Configuration enter() {
        while (true) {
            Configuration seen = now();
            seen.arrive();
            if (now() == seen) {
                return seen;
            }
            seen.leave();
        }
    }

    /** How many pinned requests hold on to it; once none do and it is not on stage, none will. */
    synchronized long pins(Engagement engagement) {
        sweep();
        Configuration current = now();
        long sum = current.names(engagement) ? current.pins() : 0;
        for (Configuration old : retired) {
            sum += old.names(engagement) ? old.pins() : 0;
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
        retired.removeIf(old -> old.pins() == 0);
    }

    /** How many configurations are kept for pins that hold on to them. */
    synchronized int kept() {
        sweep();
        return retired.size();
    }
}
