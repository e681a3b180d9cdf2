package org.understudy.swap.engine;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.understudy.dispatch.Configurations;
import org.understudy.dispatch.Gate;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.Route;
import org.understudy.dispatch.SafeCalls;

/**
 * Where the calls of one resource go: to a version, to a gate where they wait, or to the reason why there is none. The
 * pointer is moved nowhere else. Safe for use by many threads.
 */
final class Routing {
    /**
     * What holding calls has come to.
     *
     * @param gate where they wait
     * @param generation the one that they would have entered; empty where none was answering
     */
    record Held(Gate gate, Optional<Generation> generation) {}

    private final Pointer pointer;
    private final Configurations configurations;
    private final String handles;

    /**
     * Creates one.
     *
     * @param pointer is moved by this only
     * @param configurations in which the resource takes part
     * @param handles what the class names of the resource's handles begin with
     */
    Routing(Pointer pointer, Configurations configurations, String handles) {
        this.pointer = pointer;
        this.configurations = configurations;
        this.handles = handles;
    }

    /** Where they go now. */
    Route now() {
        return pointer.route();
    }

    /** What is remembered of its latest calls that may be repeated. */
    List<SafeCalls> safeCalls() {
        return pointer.safeCalls();
    }

    /** Points the resource elsewhere, without another version coming on stage, and lets go whoever was held. */
    Route lead(Route next) {
        synchronized (pointer) {
            Route before = configurations.lead(pointer, next);
            open(before);
            return before;
        }
    }

    /** Points the resource to this generation if that one is still answering; returns whether it was. */
    boolean leadFrom(Generation now, Generation next) {
        synchronized (pointer) {
            boolean answering = pointer.route() == now;
            if (answering) {
                configurations.lead(pointer, next);
            }
            return answering;
        }
    }

    /** Brings other versions on stage, at one instant; the resources are in the order of their names. */
    static List<Route> flip(Configurations configurations, List<Routing> resources, List<Generation> next) {
        return holding(resources.iterator(), () -> {
            List<Route> before = configurations.flip(
                    resources.stream().map(routing -> routing.pointer).toList(), next);
            before.forEach(Routing::open);
            return before;
        });
    }

    private static <T> T holding(Iterator<Routing> resources, Supplier<T> work) {
        if (!resources.hasNext()) {
            return work.get();
        }
        synchronized (resources.next().pointer) {
            return holding(resources, work);
        }
    }

    private static void open(Route route) {
        if (route instanceof Gate gate) {
            gate.open();
        }
    }

    /**
     * Holds calls from now on, but for those that are made from inside a call of the same resource; whoever holds it so
     * seals the gate once the generation is empty.
     *
     * @param together those that will be swapped at the same instant
     */
    Held hold(String reason, long deadlineNanos, List<Routing> together) {
        List<Pointer> others = together.stream().map(routing -> routing.pointer).toList();
        synchronized (pointer) {
            if (pointer.route() instanceof Generation generation) {
                Gate gate = new Gate(reason, deadlineNanos, generation, handles);
                configurations.hold(pointer, gate, others);
                return new Held(gate, Optional.of(generation));
            }
            Gate gate = new Gate(reason, deadlineNanos);
            open(configurations.hold(pointer, gate, others));
            return new Held(gate, Optional.empty());
        }
    }

    /** Holds all calls from now on, if a version is answering; returns the generation that they would have entered. */
    Optional<Generation> holdIfAnswering(String reason, long deadlineNanos) {
        synchronized (pointer) {
            if (pointer.route() instanceof Generation generation) {
                configurations.lead(pointer, new Gate(reason, deadlineNanos));
                return Optional.of(generation);
            }
            return Optional.empty();
        }
    }
}
