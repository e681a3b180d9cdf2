package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes one call after the other on a thread of its own, and keeps book of what was answered. */
final class Caller implements AutoCloseable {
    static final String THREAD = "caller: ";
    private static final int ENOUGH = 200;

    private final Callable<String> call;
    private final Thread thread;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<String> stale = new CopyOnWriteArrayList<>();
    private volatile long calls;
    private volatile Expectation expected;
    private volatile boolean ended;

    /** A class and no record: two that name the same version are not the same expectation. */
    private static final class Expectation {
        private final String version;

        private Expectation(String version) {
            this.version = version;
        }
    }

    private Caller(String name, Callable<String> call) {
        this.call = call;
        this.thread = new Thread(this::run, THREAD + name);
    }

    /**
     * A caller at work.
     *
     * @param call a call that returns the version that answered it
     */
    static Caller of(String name, Callable<String> call) {
        Caller caller = new Caller(name, call);
        caller.thread.start();
        caller.awaitCalls(ENOUGH);
        return caller;
    }

    private void run() {
        while (!ended) {
            Expectation wanted = expected;
            try {
                String version = call.call();
                // a thread can be held up between looking and calling until something else is expected
                if (wanted != null && wanted == expected && !wanted.version.equals(version)) {
                    stale.add(version + " after " + wanted.version + " had come");
                }
            } catch (Exception | LinkageError e) {
                failures.add(e);
            }
            calls++; // by this thread only
        }
    }

    /** Calls that begin from now on must be answered by this version; {@code null} while either may answer. */
    void expects(String version) {
        expected = version == null ? null : new Expectation(version);
    }

    /** Waits until so many more calls have ended. */
    void awaitCalls(long more) {
        long from = calls;
        Await.until(
                () -> thread.getName() + " makes " + more + " calls; failures: " + failures,
                () -> calls - from >= more || !failures.isEmpty());
        assertAllAnswered();
    }

    void assertAllAnswered() {
        List<String> words = new ArrayList<>();
        failures.stream().limit(5).forEach(failure -> words.add(failure.toString()));
        assertTrue(thread.getName() + ": " + failures.size() + " calls failed: " + words, failures.isEmpty());
        assertEquals(thread.getName() + ": stale calls", List.of(), stale);
    }

    /** What was thrown so far. */
    List<Throwable> failures() {
        return failures;
    }

    /** Ends the calls, whatever came of them. */
    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + thread.getName() + " was ending", e);
        }
    }
}
