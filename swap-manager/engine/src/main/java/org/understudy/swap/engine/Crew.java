package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Does the same work for many, several at a time. */
final class Crew {
    private Crew() {}

    /**
     * Begins the work in the order given and returns when all of it has ended. With one hand it is done on this thread,
     * one after the other.
     *
     * @throws RuntimeException the first that was thrown; the others' work is done all the same
     */
    static <T> void forEach(Collection<T> all, int hands, Consumer<T> work) {
        if (hands <= 1) {
            all.forEach(work);
            return;
        }
        Queue<T> open = new ConcurrentLinkedQueue<>(all);
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < hands; i++) {
            Thread thread = new Thread(() -> drain(open, work, failures), "understudy: boot");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(Crew::join);
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
    }

    private static <T> void drain(Queue<T> open, Consumer<T> work, Queue<RuntimeException> failures) {
        for (T next = open.poll(); next != null; next = open.poll()) {
            try {
                work.accept(next);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while resources were brought on stage", e);
        }
    }
}
