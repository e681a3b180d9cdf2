package org.understudy.shell.command;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Does work that must not be interrupted half-way, on a thread of its own: when the user breaks the command off or goes
 * away, or when the work stops the very shell that asked for it, the work goes on.
 */
final class Unbroken {
    private Unbroken() {}

    /**
     * Does it and waits for it.
     *
     * @param name what the work is called where it goes on without the command
     * @throws InterruptedException if the command was broken off; the work goes on
     * @throws Exception what the work threw
     */
    static <T> T run(String name, Output output, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, "understudy-" + name);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        } catch (InterruptedException e) {
            output.err().println(name + ": it goes on in the background");
            throw e;
        }
    }
}
