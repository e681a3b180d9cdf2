package org.understudy.bench.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one run, and what they come to. */
record Report(List<Figure> figures) {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("direct", "direct call"),
            Map.entry("twoAdds", "two atomic adds + direct call"),
            Map.entry("fence", "full fence alone"),
            Map.entry("bare", "handle without monitor"),
            Map.entry("noting", "the same, noting usage, in no step"),
            Map.entry("inStep", "the same, in a step"),
            Map.entry("withoutPins", "the same where no pins are known"),
            Map.entry("handle", "handle"),
            Map.entry("pinned", "handle, on a pinned thread"),
            Map.entry("pinAndCall", "pin, one call, end of the pin"),
            Map.entry("seldomBare", "without monitor, 1,000 calls/s"),
            Map.entry("seldomHandle", "handle, 1,000 calls a second"),
            Map.entry("reflectProxy", "reflect.Proxy, same protocol"),
            Map.entry("dsField", "DS field"),
            Map.entry("tracker", "ServiceTracker.getService()"));

    Report {
        figures = List.copyOf(figures);
    }

    /** The handle against two atomic adds on a private cell and a direct call, at the same number of threads. */
    double handleToTwoAdds(int versions, int threads) {
        return p10("handle", versions, threads) / p10("twoAdds", 1, threads);
    }

    /** A handle on a thread that is not pinned against one that knows no pins, both without monitor. */
    double bareToWithoutPins(int threads) {
        return p10("bare", 1, threads) / p10("withoutPins", 1, threads);
    }

    /** The handle with two threads at once against one. */
    double twoThreadsToOne() {
        return p10("handle", 1, 2) / p10("handle", 1, 1);
    }

    /** What the monitor adds to a call where calls come one after the other, nanoseconds. */
    double monitorNanos() {
        return p10("handle", 1, 1) - p10("bare", 1, 1);
    }

    /** What it adds at 1,000 calls a second, on average, nanoseconds. */
    double monitorSeldomNanos() {
        return p10("seldomHandle", 1, 1) - p10("seldomBare", 1, 1);
    }

    /** What noting usage adds to a call outside of any step, nanoseconds. */
    double usageOutsideNanos() {
        return p10("noting", 1, 1) - p10("bare", 1, 1);
    }

    /** What it adds inside of one. */
    double usageInsideNanos() {
        return p10("inStep", 1, 1) - p10("bare", 1, 1);
    }

    private double p10(String way, int versions, int threads) {
        return figure(way, versions, threads).p10Nanos();
    }

    private Figure figure(String way, int versions, int threads) {
        return figures.stream()
                .filter(figure ->
                        figure.way().equals(way) && figure.versions() == versions && figure.threads() == threads)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        way + " was not measured with " + threads + " threads after " + versions + " versions"));
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%-32s %8s %8s %10s %10s %12s%n", "way", "versions", "threads", "p10 ns", "median ns", "to two adds"));
        for (Figure figure : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-32s %8d %8d %10.2f %10.2f %12.2f%n",
                    NAMES.get(figure.way()),
                    figure.versions(),
                    figure.threads(),
                    figure.p10Nanos(),
                    figure.medianNanos(),
                    figure.p10Nanos() / p10("twoAdds", 1, figure.threads())));
        }
        text.append(String.format(
                Locale.ROOT,
                "%nhandle to two adds, one thread: %.2f (must 1.5, aim below 1.0); after four versions: %.2f (must 1.8)%n"
                        + "handle, two threads to one: %.2f (must 1.3, aim 1.1)%n"
                        + "monitor, added to a call: %.2f ns (must 5, aim 2); at 1,000 calls a second: %.0f ns (must 80, aim 40)%n"
                        + "usage, added to a call in no step: %.2f ns (must 2, aim 0); in a step: %.2f ns (must 8, aim 3)%n"
                        + "pins being possible, to a call without: %.2f; two threads %.2f (must not pay)%n"
                        + "JDK %s, %d processors; p10 and median of windows, per call and thread: windows of 20 ms, at"
                        + " 1,000 calls a second of 250 calls without the slowest tenth, the clock's cost included",
                handleToTwoAdds(1, 1),
                handleToTwoAdds(Versions.COUNT, 1),
                twoThreadsToOne(),
                monitorNanos(),
                monitorSeldomNanos(),
                usageOutsideNanos(),
                usageInsideNanos(),
                bareToWithoutPins(1),
                bareToWithoutPins(2),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors()));
        return text.toString();
    }

    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("benchmark", "dispatch");
        root.put("jdk", Runtime.version().toString());
        root.put("processors", Runtime.getRuntime().availableProcessors());
        ObjectNode ratios = root.putObject("ratios");
        ratios.put("handleToTwoAdds", handleToTwoAdds(1, 1));
        ratios.put("handleToTwoAddsAfterFourVersions", handleToTwoAdds(Versions.COUNT, 1));
        ratios.put("handleTwoThreadsToOne", twoThreadsToOne());
        ratios.put("bareToWithoutPins", bareToWithoutPins(1));
        ratios.put("bareToWithoutPinsTwoThreads", bareToWithoutPins(2));
        root.put("monitorNanos", monitorNanos());
        root.put("monitorNanosAt1000CallsPerSecond", monitorSeldomNanos());
        root.put("usageNanosInNoStep", usageOutsideNanos());
        root.put("usageNanosInAStep", usageInsideNanos());
        ArrayNode list = root.putArray("figures");
        for (Figure figure : figures) {
            list.addPOJO(figure);
        }
        return root.toString();
    }
}
