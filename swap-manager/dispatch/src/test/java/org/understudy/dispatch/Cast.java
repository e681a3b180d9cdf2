package org.understudy.dispatch;

import java.util.ArrayList;
import java.util.List;

/** Threads beside the test's own; what fails in one of them fails the test. */
final class Cast {
    private final List<Part> parts = new ArrayList<>();

    Cast(Runnable... others) {
        for (Runnable other : others) {
            parts.add(new Part(other));
        }
    }

    /** Starts the others, does this meanwhile, and waits for them. */
    void enact(Runnable own) {
        List<Thread> threads = new ArrayList<>();
        for (Part part : parts) {
            Thread thread = new Thread(part);
            threads.add(thread);
            thread.start();
        }
        own.run();
        for (Thread thread : threads) {
            join(thread);
        }
        for (Part part : parts) {
            part.check();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    private static final class Part implements Runnable {
        private final Runnable lines;
        private volatile Throwable failure;

        Part(Runnable lines) {
            this.lines = lines;
        }

        @Override
        public void run() {
            try {
                lines.run();
            } catch (Throwable e) {
                failure = e;
            }
        }

        void check() {
            if (failure != null) {
                throw new AssertionError(failure.getMessage(), failure);
            }
        }
    }
}
