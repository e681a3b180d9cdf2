package org.understudy.itest.felix.part;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.understudy.itest.felix.greeting.Errands;
import org.understudy.itest.felix.greeting.Greeted;

/** Registers errands. What comes later comes when the stage that lies in the system properties completes. */
public final class Errander implements BundleActivator {
    /** The name under which the stage lies there. */
    public static final String STAGE = "itest.stage";

    @Override
    public void start(BundleContext context) {
        context.registerService(
                Errands.class, new Answers(context.getBundle().getVersion().toString()), null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework withdraws the service
    }

    /** What is registered. */
    public record Answers(String version) implements Errands {
        @Override
        public Iterator<String> words() {
            return new Words();
        }

        @Override
        public Iterator<String> copiedWords() {
            return List.of("hello").iterator();
        }

        @Override
        public Runnable callback() {
            return new Callback();
        }

        @Override
        public Object greeted() {
            return new Greeted(version, "hello", 1, 1);
        }

        @Override
        public CompletionStage<String> later() {
            CompletionStage<?> stage =
                    (CompletionStage<?>) System.getProperties().get(STAGE);
            return stage.thenApply(done -> version);
        }
    }

    /** Yields one word. */
    public static final class Words implements Iterator<String> {
        private boolean told;

        @Override
        public boolean hasNext() {
            return !told;
        }

        @Override
        public String next() {
            if (told) {
                throw new NoSuchElementException();
            }
            told = true;
            return "hello";
        }
    }

    /** Does nothing, when called back. */
    public static final class Callback implements Runnable {
        @Override
        public void run() {
            // that it can be called is all
        }
    }
}
