package org.understudy.shell.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;

/**
 * Shows, on terminals only, what a long operation is at: one line that is rewritten at each step and gone at the end.
 * Events come on the threads that do the work.
 */
public final class Steps implements SwapListener {
    private final List<Consumer<SwapEvent>> watchers = new CopyOnWriteArrayList<>();

    @Override
    public void on(SwapEvent event) {
        watchers.forEach(watcher -> watcher.accept(event));
    }

    /**
     * Does the work, with the steps of this resource shown where a person looks. The work has a thread of its own: when
     * the user breaks the command off or goes away, it must not be interrupted half-way, and goes on.
     */
    <T> T during(String resource, Output output, Supplier<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread worker = new Thread(task, "understudy-" + resource);
        worker.setDaemon(true);
        ProgressLine line = new ProgressLine(output);
        Consumer<SwapEvent> watcher = event -> {
            if (event.resource().equals(resource)) {
                line.show(resource + ": " + doing(event));
            }
        };
        line.show(resource + ": working ...");
        watchers.add(watcher);
        try {
            worker.start();
            return task.get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            output.err()
                    .println(
                            resource + ": it goes on in the background; `resource " + resource + "` tells how it ends");
            throw e;
        } finally {
            watchers.remove(watcher);
            line.clear();
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }

    private static String doing(SwapEvent event) {
        if (event instanceof SwapEvent.Begun) {
            return "staging and starting ...";
        } else if (event instanceof SwapEvent.Ready ready) {
            return ready.to() + " started and checked";
        } else if (event instanceof SwapEvent.Flipped flipped) {
            return flipped.to() + " on stage, draining " + flipped.from().orElse("nothing") + " ...";
        } else if (event instanceof SwapEvent.Drained drained) {
            return drained.version() + " drained";
        } else {
            return "finishing ...";
        }
    }
}
