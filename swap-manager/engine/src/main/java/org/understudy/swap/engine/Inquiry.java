package org.understudy.swap.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A question that is put to a version again and again, each time on a thread that can be left behind, so that whoever wants
 * the answers never waits. It is not put again before it was answered. For one thread.
 *
 * @param <T> what is answered
 */
final class Inquiry<T> {
    private final String what;
    private final Callable<? extends T> question;
    private final long pauseNanos;
    private final long patienceNanos;
    private FutureTask<T> open;
    private boolean begun;
    private boolean overdue;
    private long askedNanos;

    /**
     * Creates one that has not been put.
     *
     * @param what its thread's name
     * @param pause how long after it was put it is put again, at the earliest
     * @param patience how long an answer may take
     */
    Inquiry(String what, Callable<? extends T> question, Duration pause, Duration patience) {
        this.what = what;
        this.question = question;
        this.pauseNanos = pause.toNanos();
        this.patienceNanos = patience.toNanos();
    }

    /**
     * What came of a question.
     *
     * @param value the answer, if there is one
     * @param failure what was thrown instead; empty where the patience is at its end
     */
    record Reply<T>(Optional<T> value, Optional<Throwable> failure) {}

    /** What came of the question since the last time, told once; puts it again when it is time. Returns at once. */
    Optional<Reply<T>> poll(long nowNanos) {
        Optional<Reply<T>> reply = Optional.empty();
        if (open != null && open.isDone()) {
            reply = overdue ? Optional.empty() : Optional.of(reply(open)); // that it was late has been told
            open = null;
        } else if (open != null && !overdue && nowNanos - askedNanos > patienceNanos) {
            overdue = true;
            reply = Optional.of(new Reply<>(Optional.empty(), Optional.empty()));
        }
        if (open == null && (!begun || nowNanos - askedNanos >= pauseNanos)) {
            ask(nowNanos);
        }
        return reply;
    }

    private void ask(long nowNanos) {
        begun = true;
        overdue = false;
        askedNanos = nowNanos;
        open = new FutureTask<>(question::call);
        Thread thread = new Thread(open, "understudy: " + what);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    private static <T> Reply<T> reply(FutureTask<T> done) {
        try {
            return new Reply<>(Optional.ofNullable(done.get()), Optional.empty());
        } catch (ExecutionException e) {
            return new Reply<>(Optional.empty(), Optional.of(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted over an answer that is there", e);
        }
    }
}
