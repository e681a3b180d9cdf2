package org.understudy.newsroom.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.understudy.newsroom.demo.load.Callers;
import org.understudy.newsroom.demo.load.Loads;
import org.understudy.newsroom.demo.load.Mark;
import org.understudy.newsroom.demo.play.Entry;
import org.understudy.newsroom.demo.play.Logbook;
import org.understudy.newsroom.demo.play.Turn;

/** Says in one line how far the demo is. */
final class Progress {
    static final Duration EVERY = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Callers callers;
    private final Loads loads;
    private final Logbook logbook;
    private final long startNanos = System.nanoTime();

    Progress(PrintStream out, Callers callers, Loads loads, Logbook logbook) {
        this.out = out;
        this.callers = callers;
        this.loads = loads;
        this.logbook = logbook;
    }

    void print() {
        List<Entry> entries = logbook.entries();
        String last = entries.isEmpty() ? "" : "; last: " + words(entries.get(entries.size() - 1));
        out.printf(
                "%4d s  %,d calls, %d failed, %d stale; %,d requests, %d failed; %d other failures; %d swaps, %d rollbacks, %d refused%s%n",
                (System.nanoTime() - startNanos) / 1_000_000_000,
                callers.total(),
                callers.count(Mark.FAILED),
                callers.count(Mark.STALE),
                loads.http().total(),
                loads.http().count(Mark.FAILED),
                loads.othersFailed(),
                logbook.count(Turn.Outcome.SWAPPED),
                logbook.count(Turn.Outcome.ROLLED_BACK),
                logbook.count(Turn.Outcome.REFUSED),
                last);
        out.flush();
    }

    private static String words(Entry entry) {
        return entry.to().names() + " " + entry.from().numbers() + " -> "
                + entry.to().numbers() + " " + entry.outcome().label();
    }
}
