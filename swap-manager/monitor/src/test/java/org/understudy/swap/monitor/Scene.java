package org.understudy.swap.monitor;

import java.util.ArrayList;
import java.util.List;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.dispatch.Tickets;
import org.understudy.monitor.HostSample;
import org.understudy.monitor.ProcessSample;

/** A monitor by hand: a clock that stands still, a resource, and calls into what it shows. */
final class Scene implements AutoCloseable {
    static final long TICK = 250_000_000;

    final Pointer pointer = new Pointer(new Closed("nothing is on stage"));
    final List<Source> stage = new ArrayList<>();
    final Monitor monitor;
    long nanos = 1_000 * TICK;
    ProcessSample process = new ProcessSample(0.5, 1, 2, 3, 0.1, 4, 5, 6, 7, HostSample.UNKNOWN);
    boolean closed;

    Scene() {
        monitor = new Monitor(() -> new Signals(), () -> stage, () -> nanos);
    }

    private final class Signals implements ProcessSignals {
        @Override
        public ProcessSample sample() {
            return process;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    Generation show(String version) {
        Generation generation = new Generation("theme " + version, "service");
        pointer.publish(generation);
        stage.clear();
        stage.add(source(generation, version));
        return generation;
    }

    static Source source(Generation generation, String version) {
        return new Source("theme", version, generation.meter());
    }

    void call(int times) {
        for (int call = 0; call < times; call++) {
            int ticket = Tickets.take();
            Generation generation = pointer.enter(ticket);
            generation.leave(ticket, generation.begin(ticket));
        }
    }

    void fail(Throwable failure) {
        int ticket = Tickets.take();
        Generation generation = pointer.enter(ticket);
        generation.fail(ticket, generation.begin(ticket), failure);
    }

    void tick() {
        nanos += TICK;
        monitor.tick();
    }

    @Override
    public void close() {
        monitor.close();
    }
}
