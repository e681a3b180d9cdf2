package org.understudy.newsroom.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.holder.Kind;
import org.understudy.newsroom.demo.load.EventBook;
import org.understudy.newsroom.demo.load.HttpLoad;
import org.understudy.newsroom.demo.load.Loads;
import org.understudy.newsroom.demo.load.Mark;
import org.understudy.newsroom.demo.load.StateBook;

/** The results as nested JSON objects; the names are an interface to programs. */
final class Report {
    private Report() {}

    /** The report of a demo that has come to results. */
    static Map<String, Object> of(Results results) {
        Map<String, Object> report = heading(results.options());
        report.put("broken", results.broken());
        report.put("load", load(results));
        report.put("calls", calls(results));
        report.put("holders", holders(results));
        report.put("http", http(results.loads().http()));
        report.put("events", events(results.loads().events()));
        report.put("state", state(results));
        report.put("group", Map.of("straddling", results.loads().straddling()));
        report.put("faults", faults(results));
        report.put("swaps", SwapReport.swaps(results));
        report.put("verdicts", new Judging(results).verdicts());
        report.put("flip", SwapReport.flip(results));
        report.put("gap", SwapReport.gap(results.meters().gaps()));
        report.put("restart", SwapReport.restart(results));
        report.put("drain", Map.of("maxMillis", results.logbook().longestDrainMillis()));
        report.put("markers", SwapReport.markers(results));
        report.put("loaders", SwapReport.loaders(results));
        report.put("usage", results.foresight().map(Foresight::report).orElse(null));
        report.put("failures", results.checks().failures().lines());
        return report;
    }

    /** The report of a demo that did not get as far as results. */
    static Map<String, Object> ofFailure(Options options, Exception reason) {
        Map<String, Object> report = heading(options);
        report.put("broken", List.of("the demo did not come about: " + reason.getMessage()));
        return report;
    }

    /** Writes a report where it was asked for, whole or not at all. */
    static void write(Options options, Map<String, Object> report) throws IOException {
        if (options.report().isEmpty()) {
            return;
        }
        Path file = options.report().get().toAbsolutePath();
        Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.write(
                    part, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Map<String, Object> heading(Options options) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("mechanism", options.mechanism() == Options.MechanismName.SWAP ? "swap" : "update");
        report.put("seed", options.seed());
        report.put("java", Runtime.version().toString());
        report.put("processors", Runtime.getRuntime().availableProcessors());
        return report;
    }

    private static Map<String, Object> load(Results results) {
        Map<String, Object> load = new LinkedHashMap<>();
        load.put("usage", results.usage().source());
        load.put("usageEvents", results.usage().events());
        load.put("usageItems", results.usage().distinctItems());
        load.put("statedCallsPerSecond", results.statedRate());
        load.put("callsPerSecond", results.callers().perSecond());
        load.put("latency", results.callers().latency());
        return load;
    }

    private static Map<String, Object> calls(Results results) {
        Map<String, Object> calls = new LinkedHashMap<>();
        calls.put("total", results.callers().total());
        calls.put("failed", results.callsFailed());
        calls.put("stale", results.callers().count(Mark.STALE));
        calls.put("failedByVersion", results.callers().count(Mark.FAULT));
        calls.put("inSwapWindows", results.callers().inWindows());
        return calls;
    }

    private static Map<String, Object> holders(Results results) {
        Map<String, Object> holders = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            holders.put(kind.label(), holder(mark -> results.callers().count(kind, mark)));
        }
        for (Offering offering : Loads.OFFERINGS) {
            holders.put(offering.label(), holder(mark -> results.loads().count(offering, mark)));
        }
        return holders;
    }

    private static Map<String, Object> holder(ToLongFunction<Mark> counts) {
        Map<String, Object> holder = new LinkedHashMap<>();
        holder.put("calls", Arrays.stream(Mark.values()).mapToLong(counts).sum());
        holder.put("failed", counts.applyAsLong(Mark.FAILED));
        holder.put("stale", counts.applyAsLong(Mark.STALE));
        holder.put("failedByVersion", counts.applyAsLong(Mark.FAULT));
        return holder;
    }

    private static Map<String, Object> http(HttpLoad load) {
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("total", load.total());
        http.put("failed", load.count(Mark.FAILED));
        http.put("stale", load.count(Mark.STALE));
        http.put("failedByVersion", load.count(Mark.FAULT));
        http.put("latency", load.latency());
        return http;
    }

    private static Map<String, Object> events(EventBook.Balance balance) {
        Map<String, Object> events = new LinkedHashMap<>();
        events.put("sent", balance.total());
        events.put("lost", balance.lost());
        events.put("doubled", balance.doubled());
        return events;
    }

    private static Map<String, Object> state(Results results) {
        StateBook.Balance balance = results.loads().state();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("written", balance.written());
        state.put("lost", balance.lost());
        state.put("doubled", balance.doubled());
        state.put("failed", results.loads().writes(Mark.FAILED));
        state.put("stale", results.loads().writes(Mark.STALE));
        state.put("handovers", results.meters().handovers().millis().size());
        state.put("medianHeldMillis", results.meters().handovers().millis().median());
        state.put("maxHeldMillis", results.meters().handovers().millis().max());
        state.put("maxHeldCalls", results.meters().handovers().mostHeld());
        return state;
    }

    private static Map<String, Object> faults(Results results) {
        Map<String, Object> faults = new LinkedHashMap<>();
        faults.put("countedByVersions", results.ledger().byVersion());
        faults.put("counted", results.ledger().total());
        faults.put("seen", results.faultsSeen());
        return faults;
    }
}
