package org.understudy.newsroom.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.understudy.newsroom.demo.check.GapMeter;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.play.Entry;
import org.understudy.newsroom.demo.play.Logbook;
import org.understudy.newsroom.demo.play.Turn;

/** The part of the report that tells about the swaps and what was measured with them. */
final class SwapReport {
    private SwapReport() {}

    static Map<String, Object> swaps(Results results) {
        Logbook logbook = results.logbook();
        Judging judging = new Judging(results);
        Map<String, Object> swaps = new LinkedHashMap<>();
        swaps.put("done", logbook.stayed());
        swaps.put("rolledBack", logbook.count(Turn.Outcome.ROLLED_BACK));
        swaps.put("refused", logbook.count(Turn.Outcome.REFUSED));
        swaps.put("rolledBackByJudge", judging.caught());
        swaps.put("falselyRolledBack", judging.falseAlarms().size());
        swaps.put("falseAlarms", judging.falseAlarms());
        swaps.put("committedByJudge", judging.committedByJudge());
        swaps.put("committedByHand", judging.committedByHand());
        swaps.put("byKind", byKind(logbook));
        swaps.put(
                "list",
                logbook.entries().stream()
                        .sorted(Comparator.comparingDouble(Entry::startMillis))
                        .map(SwapReport::entry)
                        .toList());
        return swaps;
    }

    private static Map<String, Object> byKind(Logbook logbook) {
        Map<String, Object> byKind = new LinkedHashMap<>();
        for (Offering offering : Offering.values()) {
            byKind.put(offering.label(), logbook.swapped(offering));
        }
        return byKind;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("resource", entry.to().names());
        line.put("kind", entry.to().offering().label());
        line.put("from", entry.from().numbers());
        line.put("to", entry.to().numbers());
        line.put("start", entry.startMillis());
        line.put("flip", entry.flipMillis());
        line.put("drained", entry.drainedMillis());
        line.put("outcome", entry.outcome().label());
        line.put("fault", entry.fault());
        line.put("reason", entry.reason());
        return line;
    }

    static Map<String, Object> flip(Results results) {
        Map<String, Object> flip = new LinkedHashMap<>();
        flip.put("medianMicros", results.meters().probe().micros().median());
        flip.put("maxMicros", results.meters().probe().micros().max());
        flip.put("measured", results.meters().probe().micros().size());
        Map<String, Object> medians = new LinkedHashMap<>();
        for (Part part : Part.SERVICES) {
            medians.put(part.resource(), results.meters().probe().micros(part).median());
        }
        flip.put("medianMicrosByResource", medians);
        return flip;
    }

    static Map<String, Object> gap(GapMeter gaps) {
        Map<String, Object> gap = new LinkedHashMap<>();
        gap.put("medianMillis", gaps.during().median());
        gap.put("maxMillis", gaps.during().max());
        gap.put("quietMedianMillis", gaps.quiet().median());
        gap.put("quietMaxMillis", gaps.quiet().max());
        gap.put("swaps", gaps.swaps());
        gap.put("faultyMedianMillis", gaps.faulty().median());
        gap.put("faultyMaxMillis", gaps.faulty().max());
        return gap;
    }

    static Map<String, Object> restart(Results results) {
        Map<String, Object> restart = new LinkedHashMap<>();
        restart.put("swaps", results.meters().restarts().millis().size());
        restart.put("medianMillis", results.meters().restarts().millis().median());
        restart.put("maxMillis", results.meters().restarts().millis().max());
        restart.put("maxHeldCalls", results.meters().restarts().mostHeld());
        restart.put("longestCallMillis", results.loads().longestHeldMillis());
        return restart;
    }

    static Map<String, Object> markers(Results results) {
        Map<String, Object> markers = new LinkedHashMap<>();
        results.markers().ifPresent(m -> {
            markers.put("lookups", m.lookups());
            markers.put("equalRanks", m.equalRanks());
            markers.put("ahead", m.ahead());
        });
        return markers;
    }

    static Map<String, Object> loaders(Results results) {
        Map<String, Object> loaders = new LinkedHashMap<>();
        loaders.put("leaked", results.leaks().leaked().size());
        loaders.put("leakedOnPurpose", results.leaks().onPurpose().size());
        loaders.put("named", results.leaks().leaked());
        loaders.put("namedOnPurpose", results.leaks().onPurpose());
        loaders.put("missed", results.leaks().missed());
        return loaders;
    }
}
