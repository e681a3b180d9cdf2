package org.understudy.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one pointer of a resource. Writing it is the flip.
 *
 * <p>A call enters the generation that it finds here, looks here again, and backs off if the pointer has moved: so
 * every call that was admitted to a generation entered it before the flip that took it off stage, and the drain, which
 * reads after that flip, sees it. A generation is published at most once; without that rule the second look would
 * prove nothing.
 */
public final class Pointer {
    private static final AtomicInteger PLACES = new AtomicInteger();
    /** Of those that stand for no resource. */
    private static final int NOWHERE = -1;

    private final String name;
    private final int place;
    private final EscapeWatch watch;
    private volatile Route route;
    private volatile int number = -1;
    private final Map<SafeCalls, Boolean> safeCalls = new WeakHashMap<>(); // guarded by itself

    /** Creates a pointer that leads nowhere yet and stands for no resource; nobody looks at what its calls return. */
    public Pointer(Closed start) {
        this("", NOWHERE, start, EscapeWatch.NONE);
    }

    /**
     * Creates the pointer of a resource, which leads nowhere yet.
     *
     * @param name of the resource, for the {@link Step steps} in which it is called
     * @param watch is told what its calls return
     */
    public Pointer(String name, Closed start, EscapeWatch watch) {
        this(name, PLACES.getAndIncrement(), start, watch);
    }

    private Pointer(String name, int place, Closed start, EscapeWatch watch) {
        this.name = Objects.requireNonNull(name, "name");
        this.place = place;
        this.watch = Objects.requireNonNull(watch, "watch");
        route = Objects.requireNonNull(start, "start");
    }

    /** Of its resource. */
    String name() {
        return name;
    }

    /** Its number among the pointers of resources: each has its own, counted from zero. */
    int place() {
        return place;
    }

    /** Where the results of one method of a handle pass; {@code through} names the method for people. */
    public Exit exit(String through) {
        return new Exit(Objects.requireNonNull(through, "through"), watch);
    }

    /** What a handle remembers of the latest calls of one of its methods, which may be repeated; as long as it is used. */
    public SafeCalls safeCalls(Target target, Class<?> through, String name, String descriptor) {
        SafeCalls made = SafeCalls.of(target, through, name, descriptor);
        synchronized (safeCalls) {
            safeCalls.put(made, Boolean.TRUE);
        }
        return made;
    }

    /** What its handles remember. */
    public List<SafeCalls> safeCalls() {
        synchronized (safeCalls) {
            return List.copyOf(safeCalls.keySet());
        }
    }

    /**
     * Enters the active generation and returns it; the caller must call {@link Generation#leave} with the same ticket
     * on the same thread, whatever happens in between.
     *
     * @param ticket what {@link Tickets#take()} has just returned on this thread
     * @throws ResourceUnavailableException if no version can answer, or none could before the gate's deadline
     */
    public Generation enter(int ticket) {
        note(ticket);
        if (Tickets.isPinned(ticket)) {
            return enterPinned(ticket);
        }
        if (route instanceof Generation generation) {
            generation.arrive(ticket);
            if (route == generation) {
                return generation;
            }
            generation.retreat(ticket);
        }
        return enterUnpinned(ticket);
    }

    /** Has a call with this ticket noted in the {@link Step} that its thread is in, if it is in one. */
    public void note(int ticket) {
        if (Tickets.isMarked(ticket) && place >= 0) {
            Step.call(this);
        }
    }

    private Generation enterPinned(int ticket) {
        Pin pin = Pin.current();
        return pin == null ? enterUnpinned(ticket) : pin.view().enter(this, ticket);
    }

    /** Enters what is found here, whatever the thread is pinned to. */
    Generation enterUnpinned(int ticket) {
        while (true) {
            Route seen = route();
            if (seen instanceof Generation generation) {
                generation.arrive(ticket);
                if (route() == generation) {
                    return generation;
                }
                generation.retreat(ticket);
            } else if (seen instanceof Gate gate) {
                Generation left = gate.enterAgain(ticket);
                if (left != null) {
                    return left;
                }
                gate.await();
            } else {
                throw new ResourceUnavailableException(((Closed) seen).reason());
            }
        }
    }

    /** Where it points now. */
    public Route route() {
        Route now = route;
        return now instanceof Crossroads crossroads ? crossroads.from(this) : now;
    }

    /** Its number among the resources of a {@link Configuration}; negative where none has named it yet. */
    int number() {
        return number;
    }

    void number(int given) {
        number = given;
    }

    /** Sets it, whatever it points at; for {@link GroupFlip}. */
    void set(Route next) {
        route = next;
    }

    /**
     * Points it elsewhere and returns where it pointed before. One writer at a time.
     *
     * @throws IllegalStateException if the route is a generation that was published before
     */
    public Route publish(Route next) {
        if (next instanceof Generation generation) {
            generation.markPublished();
        }
        Route before = route;
        route = next;
        return before;
    }
}
