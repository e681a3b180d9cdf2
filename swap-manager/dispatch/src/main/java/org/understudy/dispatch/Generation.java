package org.understudy.dispatch;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One started version with its service objects and the count of the calls inside it (see {@link Cells}), which
 * {@link Drain} watches once it is off stage.
 */
public final class Generation extends Route {
    private final String name;
    private final Object[] targets;
    private final Outstanding outstanding;
    private final Cells cells = new Cells(Tickets.COUNT);
    private final Meter meter;
    private final AtomicBoolean published = new AtomicBoolean();
    private final Map<ScopedTarget, FutureTask<Object>> instances = new ConcurrentHashMap<>();
    private volatile Engagement engagement;

    /**
     * Creates a generation nobody is in, over a version that has no work outstanding.
     *
     * @param name what messages call it, for example {@code theme 1.1.0}
     * @param targets as below
     */
    public Generation(String name, Object... targets) {
        this(name, new Outstanding(), targets);
    }

    /**
     * Creates a generation nobody is in.
     *
     * @param name what messages call it, for example {@code theme 1.1.0}
     * @param outstanding the work of its version that outlives the calls
     * @param targets for each service of the resource, by the index of its handle, the object that answers: the
     *     service itself, or an {@link Instances} where each consumer has its own; {@code null} where this version
     *     has no such service
     */
    public Generation(String name, Outstanding outstanding, Object[] targets) {
        this.name = Objects.requireNonNull(name, "name");
        this.outstanding = Objects.requireNonNull(outstanding, "outstanding");
        this.targets = targets.clone();
        this.meter = new Meter(cells, outstanding);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** The work of its version that outlives the calls which began it. */
    public Outstanding outstanding() {
        return outstanding;
    }

    /** What its calls come to. */
    public Meter meter() {
        return meter;
    }

    void arrive(int ticket) {
        cells.arrive(ticket);
    }

    /** Ends a call that has arrived and was not admitted. */
    void retreat(int ticket) {
        cells.retreat(ticket);
    }

    /** Has a call measured that was admitted with this ticket; returns the mark that it has to end with. */
    public long begin(int ticket) {
        return meter.begin(ticket);
    }

    /** Ends a call that was admitted with this ticket and has this mark; to be called by the thread that entered. */
    public void leave(int ticket, long mark) {
        if (mark != 0) {
            meter.end(ticket, mark);
        }
        cells.leave(ticket);
    }

    /** Ends a call as {@link #leave(int, long)} does, but one that has failed: how long it took is not told. */
    public void fail(int ticket, long mark, Throwable failure) {
        try {
            outstanding.failures().add(failure);
            if (mark != 0) {
                meter.forget(ticket, mark);
            }
        } finally {
            cells.leave(ticket);
        }
    }

    /** Ends a call that was admitted with this ticket and is not measured; to be called by the thread that entered. */
    public void leave(int ticket) {
        cells.leave(ticket);
    }

    /** The object behind the service of this index. */
    Object target(int index) {
        Object target = index < targets.length ? targets[index] : null;
        if (target == null) {
            throw new ResourceUnavailableException(name + " does not offer this service");
        }
        return target;
    }

    /**
     * The object of a service of which each consumer has its own, made when it is first needed.
     *
     * @throws ResourceUnavailableException if this version cannot make one
     */
    Object instance(ScopedTarget owner) {
        FutureTask<Object> made = instances.get(owner);
        if (made == null) {
            FutureTask<Object> mine = new FutureTask<>(() -> make(owner));
            made = instances.putIfAbsent(owner, mine);
            if (made == null) {
                made = mine;
                mine.run();
            }
        }
        return Outcome.of(made, name);
    }

    private Object make(ScopedTarget owner) throws Exception {
        try {
            return ((Instances) target(owner.index())).make(owner.consumer());
        } catch (Throwable e) {
            instances.remove(owner); // the next call tries again
            throw e;
        }
    }

    /** Makes the object for this handle now, so that no call has to wait for it after the flip. */
    public void prepare(ScopedTarget owner) {
        instance(owner);
    }

    /** Gives back the object that was made for this handle, if one was. */
    public void release(ScopedTarget owner) {
        FutureTask<Object> made = instances.remove(owner);
        if (made != null && targets[owner.index()] instanceof Instances source) {
            Outcome.ifMade(made, instance -> source.release(owner.consumer(), instance));
        }
    }

    /**
     * Gives back all objects that were made for single handles; to be called once nobody is inside any more. A request
     * that is still pinned to it is told so from then on.
     */
    public void releaseAll() {
        instances.keySet().forEach(this::release);
        Engagement left = engagement;
        if (left != null) {
            left.leave(this);
        }
    }

    /** How many calls are inside now, outstanding work and pinned requests included; calls that are just backing off count for a moment. Exact when it is quiet. */
    public long inside() {
        long sum = outstanding.count() + pins();
        for (int ticket = 0; ticket < Tickets.COUNT; ticket++) {
            sum += inside(ticket);
        }
        return sum;
    }

    /** How many pinned requests may still call it; once none and off stage, none will. */
    long pins() {
        Engagement now = engagement;
        return now == null ? 0 : now.pins(this);
    }

    /** It is a generation of this version's time on stage. */
    void playsIn(Engagement of) {
        engagement = of;
    }

    long inside(int ticket) {
        return cells.inside(ticket);
    }

    void markPublished() {
        if (!published.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    name + " was on stage before: a generation is published once, make a new one over its services");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
