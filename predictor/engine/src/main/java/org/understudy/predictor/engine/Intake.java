package org.understudy.predictor.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.understudy.dispatch.Step;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageStep;

/**
 * Takes needs and signals on the threads on which they come up, and keeps them until they are learned: never waits, and
 * drops what is too much. Safe for use by many threads.
 */
final class Intake implements Usage {
    /** So many needs may wait to be learned; more are dropped. */
    static final int MOST_PENDING = 8_192;

    private static final UsageStep NO_STEP = () -> {};

    private final BlockingQueue<Need> pending = new ArrayBlockingQueue<>(MOST_PENDING);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Flood flood = new Flood();
    private final Signals signals = new Signals();
    private final Roster roster;
    private final InstantSource time;
    private final Runnable wake;
    private volatile boolean on;
    private volatile boolean closed;

    /**
     * Creates one.
     *
     * @param roster who is who
     * @param wake is run when something has come
     */
    Intake(Roster roster, InstantSource time, boolean on, Runnable wake) {
        this.roster = roster;
        this.time = time;
        this.on = on;
        this.wake = wake;
    }

    @Override
    public UsageStep step(String user) {
        checkName("user", user);
        if (!takes()) {
            return NO_STEP;
        }
        Optional<Long> number = number(user);
        return number.isEmpty() ? NO_STEP : new TakenStep(number.get());
    }

    private Optional<Long> number(String user) {
        Optional<Long> number = roster.numberOf(user, time.millis());
        if (number.isEmpty()) {
            refused.incrementAndGet();
        }
        return number;
    }

    /** Takes what is called in it. */
    private final class TakenStep extends Step implements UsageStep {
        private final long user;

        TakenStep(long user) {
            this.user = user;
            begin();
        }

        @Override
        protected void note(String resource) {
            take(user, resource);
        }
    }

    @Override
    public void needs(String user, String resource) {
        checkName("user", user);
        checkName("resource", resource);
        if (takes()) {
            number(user).ifPresent(number -> take(number, resource));
        }
    }

    private void take(long user, String resource) {
        if (!takes()) {
            return; // turned off since the step was begun
        }
        long now = time.millis();
        if (flood.takes(user, now) && pending.offer(new Need(user, resource, now))) {
            wake.run();
        } else {
            dropped.incrementAndGet();
        }
    }

    @Override
    public void signal(String name, String value) {
        checkName("signal", name);
        if (value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the value of a signal has at most " + LONGEST_NAME
                    + " characters, and that of " + name + " has " + value.length());
        }
        signals.tell(name, value);
        wake.run();
    }

    static void checkName(String what, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a " + what + " has 1 to " + LONGEST_NAME
                    + " characters, and this one has " + name.length());
        }
    }

    /** What has come since this was last asked. */
    List<Need> drain() {
        List<Need> needs = new ArrayList<>();
        pending.drainTo(needs);
        return on ? needs : List.of(); // what was on its way when it was turned off
    }

    Signals signals() {
        return signals;
    }

    /** Drops what waits of a user. */
    void drop(long user) {
        pending.removeIf(need -> need.user() == user);
    }

    /** Takes from now on, or takes nothing, and drops what waits. */
    void on(boolean taken) {
        on = taken;
        if (!taken) {
            pending.clear();
        }
    }

    /** Takes nothing more; what waits is kept. */
    void close() {
        closed = true;
    }

    private boolean takes() {
        return on && !closed;
    }

    boolean isOn() {
        return on;
    }

    int pending() {
        return pending.size();
    }

    long dropped() {
        return dropped.get();
    }

    long refused() {
        return refused.get();
    }
}
