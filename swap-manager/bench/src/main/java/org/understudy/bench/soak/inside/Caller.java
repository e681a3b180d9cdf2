package org.understudy.bench.soak.inside;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.understudy.newsroom.Analytics;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.Renderer;
import org.understudy.newsroom.Theme;

/**
 * Calls all services in turn, at a steady pace. Callers of even numbers look each service up anew for each call and give
 * it back, the others hold it.
 */
final class Caller implements Runnable {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1) / 400;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int PATHS = 16;
    private static final Page PAGE = new Page("title", "/", "<p>text</p>", List.of(), 1, List.of());

    private final Services services;
    private final Tally tally;
    private final int number;
    private final BooleanSupplier over;
    private final boolean holds;
    private final List<Line<?>> lines = List.of(
            new Line<>(ArticleStore.class, store -> store.latest(3)),
            new Line<>(Theme.class, theme -> theme.dress(PAGE)),
            new Line<>(Feed.class, feed -> feed.headlines(3)),
            new Line<>(Renderer.class, renderer -> renderer.render("# title\n\n*text*")),
            new Line<>(Analytics.class, analytics -> analytics.seen("/" + System.nanoTime() % PATHS)),
            new Line<>(Guestbook.class, guestbook -> guestbook.comments(ReadersHand.slug(0), 5)));

    Caller(BundleContext context, Tally tally, int number, BooleanSupplier over) {
        this.services = new Services(context);
        this.tally = tally;
        this.number = number;
        this.over = over;
        this.holds = number % 2 == 1;
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        for (int turn = number; !over.getAsBoolean(); turn++) {
            call(lines.get(turn % lines.size()));
            due = Math.max(due + INTERVAL_NANOS, System.nanoTime() - INTERVAL_NANOS);
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void call(Line<?> line) {
        long began = System.nanoTime();
        try {
            Answer<?> answer = line.ask(services, holds);
            long took = System.nanoTime() - began;
            if (took > LONGEST_NANOS) {
                tally.failure(line + " took " + took / 1_000_000 + " ms");
            } else if (answer.version().equals("1.0.0") || answer.version().equals("1.1.0")) {
                tally.answered();
            } else {
                tally.failure(line + " was answered by " + answer.version());
            }
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            tally.failure(line + " threw " + e);
        }
    }

    /** One question to one service. */
    private static final class Line<S> {
        private final Class<S> type;
        private final Function<S, Answer<?>> question;
        private S held;

        Line(Class<S> type, Function<S, Answer<?>> question) {
            this.type = type;
            this.question = question;
        }

        Answer<?> ask(Services services, boolean holds) {
            if (held != null) {
                return question.apply(held);
            }
            S service = services.get(type);
            if (holds) {
                held = service;
                return question.apply(service);
            }
            try {
                return question.apply(service);
            } finally {
                services.unget(type);
            }
        }

        @Override
        public String toString() {
            return "a call of " + type.getSimpleName();
        }
    }
}
