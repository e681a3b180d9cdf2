package org.understudy.shell.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

    /** Does the work unbroken, with the steps of this resource shown where a person looks. */
    <T> T during(String resource, Output output, Callable<T> work) throws Exception {
        return during(List.of(resource), resource, output, work);
    }

    /** The same for several resources, under the name that was given for all of them. */
    <T> T during(List<String> resources, String together, Output output, Callable<T> work) throws Exception {
        ProgressLine line = new ProgressLine(output);
        Consumer<SwapEvent> watcher = event -> {
            if (resources.contains(event.resource())) {
                line.show(event.resource() + ": " + doing(event));
            }
        };
        line.show(together + ": working ...");
        watchers.add(watcher);
        try {
            return Unbroken.run(together, output, work);
        } finally {
            watchers.remove(watcher);
            line.clear();
        }
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
