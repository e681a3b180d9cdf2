package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A clock that stands still until it is moved on, and a housekeeper who goes by it: what is due is done by whoever moves
 * the clock, on that thread, in the order of the times. Safe for use by many threads; one moves the clock.
 */
final class Diary extends AbstractExecutorService implements ScheduledExecutorService {
    private final List<Appointment<?>> appointments = new ArrayList<>();
    private final Runnable afterEach;
    private long nanos;
    private boolean closed;

    /**
     * Creates one that begins at zero.
     *
     * @param afterEach done after each appointment, before the next
     */
    Diary(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    /** What the clock says. */
    synchronized long nanos() {
        return nanos;
    }

    /** Moves the clock on and keeps all appointments on the way. */
    void pass(long more) {
        long until = nanos() + more;
        for (Optional<Appointment<?>> next = due(until); next.isPresent(); next = due(until)) {
            next.get().run();
            next.get().rethrow();
            afterEach.run();
        }
        synchronized (this) {
            nanos = until;
        }
    }

    private synchronized Optional<Appointment<?>> due(long until) {
        Optional<Appointment<?>> next = appointments.stream()
                .filter(appointment -> appointment.at <= until)
                .min(Comparator.comparingLong(appointment -> appointment.at));
        next.ifPresent(appointment -> {
            appointments.remove(appointment);
            nanos = Math.max(nanos, appointment.at);
        });
        return next;
    }

    private synchronized <V> Appointment<V> put(Callable<V> what, long delay, TimeUnit unit) {
        if (closed) {
            throw new RejectedExecutionException("the diary is closed");
        }
        Appointment<V> appointment = new Appointment<>(what, nanos + unit.toNanos(delay));
        appointments.add(appointment);
        return appointment;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return put(
                () -> {
                    command.run();
                    return null;
                },
                delay,
                unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return put(callable, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("the engine repeats nothing by itself");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("the engine repeats nothing by itself");
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public void shutdown() {
        shutdownNow();
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        closed = true;
        List<Runnable> open = List.copyOf(appointments);
        appointments.clear();
        return open;
    }

    @Override
    public synchronized boolean isShutdown() {
        return closed;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown();
    }

    private final class Appointment<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
        private final long at;
        private volatile Throwable failure;

        Appointment(Callable<V> what, long at) {
            super(what);
            this.at = at;
        }

        @Override
        protected void setException(Throwable thrown) {
            failure = thrown;
            super.setException(thrown);
        }

        /** An error, such as the end of everything, is for whoever moves the clock. */
        void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw new IllegalStateException("an appointment failed", failure);
            }
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
