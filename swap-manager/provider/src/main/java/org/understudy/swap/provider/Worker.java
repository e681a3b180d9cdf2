package org.understudy.swap.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.understudy.swap.engine.HungException;
import org.understudy.swap.engine.Refusal;

/** Does what may hang on a thread that can be left behind. */
final class Worker {
    private static final int FRAMES = 4;
    private static final String QUARANTINE = "its bundle is quarantined until the next start of the runtime";

    private Worker() {}

    /**
     * Does the work and waits for it; on the current thread where the framework would let no other do it.
     *
     * @param what what it is, for messages, for example {@code the start of feed 1.9.0}
     * @throws HungException if it is still running at the deadline; its thread is left to itself
     * @throws Refusal as the work does, or if it was interrupted
     */
    static <T> T run(String what, Duration deadline, Callable<T> work) throws Refusal {
        return run(what, deadline, QUARANTINE, work);
    }

    /**
     * The same where a bundle that hangs is not quarantined for it.
     *
     * @param consequence what becomes of what hangs, for messages
     */
    static <T> T run(String what, Duration deadline, String consequence, Callable<T> work) throws Refusal {
        FutureTask<T> task = new FutureTask<>(work);
        if (Refreshing.here()) {
            task.run();
            return outcome(what, task, deadline, consequence, Thread.currentThread());
        }
        Thread thread = new Thread(task, "understudy: " + what);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
        return outcome(what, task, deadline, consequence, thread);
    }

    private static <T> T outcome(String what, FutureTask<T> task, Duration deadline, String consequence, Thread thread)
            throws Refusal {
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HungException(what + " did not end within " + deadline.toMillis()
                    + " ms; " + consequence + "; it hangs at "
                    + Arrays.stream(thread.getStackTrace())
                            .dropWhile(Worker::ofThePlatform) // where the bundle waits says more than how Java does it
                            .limit(FRAMES)
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining(" < ")));
        } catch (ExecutionException e) {
            throw refusal(what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HungException(what + " was given up: whoever waited for it was interrupted");
        }
    }

    private static boolean ofThePlatform(StackTraceElement frame) {
        return frame.getModuleName() != null && frame.getModuleName().startsWith("java.");
    }

    private static Refusal refusal(String what, Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof Error error && !(error instanceof LinkageError)) {
            throw error;
        }
        return new Refusal(what + " failed: " + Causes.of(cause), cause);
    }
}
