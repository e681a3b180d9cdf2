package org.understudy.newsroom.demo;

import java.io.PrintStream;
import java.util.List;
import org.understudy.newsroom.demo.check.GapMeter;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.holder.Kind;
import org.understudy.newsroom.demo.load.Callers;
import org.understudy.newsroom.demo.load.EventBook;
import org.understudy.newsroom.demo.load.HttpLoad;
import org.understudy.newsroom.demo.load.Loads;
import org.understudy.newsroom.demo.load.Mark;
import org.understudy.newsroom.demo.load.StateBook;
import org.understudy.newsroom.demo.play.Logbook;
import org.understudy.newsroom.demo.play.Trial;
import org.understudy.newsroom.demo.play.Turn;

/** The results for people. */
final class Summary {
    private Summary() {}

    static void print(Results results, PrintStream out) {
        Callers callers = results.callers();
        HttpLoad http = results.loads().http();
        Logbook logbook = results.logbook();
        out.printf(
                "%n%-16s %,12d at %.0f a second: %d failed, %d stale, %d failed by a version on purpose%n",
                "service calls",
                callers.total(),
                callers.perSecond(),
                results.callsFailed(),
                callers.count(Mark.STALE),
                callers.count(Mark.FAULT));
        for (Kind kind : Kind.values()) {
            long good = callers.count(kind, Mark.GOOD);
            out.printf(
                    "  %-14s %,12d good, %d failed, %d stale%n",
                    kind.label(), good, callers.count(kind, Mark.FAILED), callers.count(kind, Mark.STALE));
        }
        out.printf(
                "%-16s %,12d: %d failed, %d stale, %d failed by a version on purpose%n",
                "requests", http.total(), http.count(Mark.FAILED), http.count(Mark.STALE), http.count(Mark.FAULT));
        out.printf(
                "%-16s %12d stayed, %d taken back, %d refused; %,d calls began in their windows%n",
                "swaps",
                logbook.stayed(),
                logbook.count(Turn.Outcome.ROLLED_BACK),
                logbook.count(Turn.Outcome.REFUSED),
                callers.inWindows());
        judge(new Judging(results), results, out);
        others(results, out);
        timing(results, out);
        results.foresight().ifPresent(f -> out.printf("%-16s %s%n", "usage", f.line()));
        ending(results.broken(), results.checks().failures().lines(), out);
    }

    private static void judge(Judging judging, Results results, PrintStream out) {
        List<Trial> trials = results.logbook().trials();
        out.printf(
                "%-16s %12d of %d faulty versions taken back by it, in %.0f ms at most; it committed %d swaps, and %d were by hand%n",
                "judge",
                judging.caught(),
                trials.size(),
                trials.stream()
                        .filter(Trial::caught)
                        .mapToDouble(Trial::millis)
                        .max()
                        .orElse(0),
                judging.committedByJudge(),
                judging.committedByHand());
        trials.stream()
                .filter(t -> !t.caught())
                .forEach(t -> out.printf("  not found: %s%n", t.fault().label()));
        judging.falseAlarms().forEach(alarm -> out.printf("  taken back although it is good: %s%n", alarm));
    }

    private static void others(Results results, PrintStream out) {
        for (Offering offering : Loads.OFFERINGS) {
            out.printf(
                    "  %-14s %,12d good, %d failed, %d stale; swapped %d times%n",
                    offering.label(),
                    results.loads().count(offering, Mark.GOOD),
                    results.loads().count(offering, Mark.FAILED),
                    results.loads().count(offering, Mark.STALE),
                    results.logbook().swapped(offering));
        }
        out.printf(
                "%-16s %12.2f ms calls were held, median of %d; at most %.2f ms and %d calls%n",
                "restart",
                results.meters().restarts().millis().median(),
                results.meters().restarts().millis().size(),
                results.meters().restarts().millis().max(),
                results.meters().restarts().mostHeld());
        StateBook.Balance state = results.loads().state();
        out.printf(
                "%-16s %,12d comments and readings: %d lost, %d doubled; calls held %.2f ms, median of %d, %.2f ms at most%n",
                "state",
                state.written(),
                state.lost(),
                state.doubled(),
                results.meters().handovers().millis().median(),
                results.meters().handovers().millis().size(),
                results.meters().handovers().millis().max());
        EventBook.Balance events = results.loads().events();
        out.printf(
                "%-16s %,12d sent: %d lost, %d handled more than once%n",
                "events", events.total(), events.lost(), events.doubled());
    }

    private static void timing(Results results, PrintStream out) {
        GapMeter gaps = results.meters().gaps();
        out.printf(
                "%-16s %12.1f us from the decision to the first answer, median of %d (longest %.1f us)%n",
                "flip",
                results.meters().probe().micros().median(),
                results.meters().probe().micros().size(),
                results.meters().probe().micros().max());
        out.printf(
                "%-16s %12.2f ms median, %.2f ms at most; in the quiet before: %.2f and %.2f ms (%d swaps)%n",
                "gap in service",
                gaps.during().median(),
                gaps.during().max(),
                gaps.quiet().median(),
                gaps.quiet().max(),
                gaps.swaps());
        out.printf("%-16s %12.2f ms at most%n", "drain", results.logbook().longestDrainMillis());
        out.printf(
                "%-16s %12d leaked; %d leaked on purpose, as they should%n",
                "class loaders",
                results.leaks().leaked().size(),
                results.leaks().onPurpose().size());
        results.markers()
                .ifPresent(m -> out.printf(
                        "%-16s %,12d look-ups: %d with equal ranks, %d ahead of the pointer%n",
                        "markers", m.lookups(), m.equalRanks(), m.ahead()));
    }

    private static void ending(List<String> broken, List<String> failures, PrintStream out) {
        if (broken.isEmpty()) {
            out.printf("%nEvery promise was kept.%n");
        } else {
            out.printf("%nPromises broken:%n");
            broken.forEach(b -> out.println("  - " + b));
            if (!failures.isEmpty()) {
                out.println("The failures:");
                failures.stream().limit(12).forEach(f -> out.println("  " + f));
            }
        }
        out.flush();
    }
}
