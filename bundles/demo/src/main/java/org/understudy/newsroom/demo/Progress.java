package org.understudy.newsroom.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.understudy.newsroom.demo.load.Callers;
import org.understudy.newsroom.demo.load.HttpLoad;
import org.understudy.newsroom.demo.load.Mark;
import org.understudy.newsroom.demo.play.Entry;
import org.understudy.newsroom.demo.play.Logbook;
import org.understudy.newsroom.demo.play.Turn;

/** Says in one line how far the demo is. */
final class Progress {
    static final Duration EVERY = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Callers callers;
    private final HttpLoad http;
    private final Logbook logbook;
    private final long startNanos = System.nanoTime();

    Progress(PrintStream out, Callers callers, HttpLoad http, Logbook logbook) {
        this.out = out;
        this.callers = callers;
        this.http = http;
        this.logbook = logbook;
    }

    void print() {
        List<Entry> entries = logbook.entries();
        String last = entries.isEmpty() ? "" : "; last: " + words(entries.get(entries.size() - 1));
        out.printf(
                "%4d s  %,d calls, %d failed, %d stale; %,d pages, %d failed; %d swaps, %d rollbacks, %d refused%s%n",
                (System.nanoTime() - startNanos) / 1_000_000_000,
                callers.total(),
                callers.count(Mark.FAILED),
                callers.count(Mark.STALE),
                http.total(),
                http.count(Mark.FAILED),
                logbook.count(Turn.Outcome.SWAPPED),
                logbook.count(Turn.Outcome.ROLLED_BACK),
                logbook.count(Turn.Outcome.REFUSED),
                last);
        out.flush();
    }

    private static String words(Entry entry) {
        return entry.part().resource() + " " + entry.from() + " -> " + entry.to() + " "
                + entry.outcome().label();
    }
}
