package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.understudy.monitor.GenerationFigures;
import org.understudy.monitor.HostSample;
import org.understudy.monitor.ProcessSample;
import org.understudy.monitor.RuntimeMonitor;
import org.understudy.swap.SwapManager;

/** Tells how the process and the versions on stage are doing. */
final class MonitorCommand implements Command {
    private static final double MEGABYTE = 1 << 20;

    private final Supplier<RuntimeMonitor> monitor;
    private final Supplier<SwapManager> manager;

    MonitorCommand(Supplier<RuntimeMonitor> monitor, Supplier<SwapManager> manager) {
        this.monitor = monitor;
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("monitor", "tells how the process is, and how calls into the versions on stage go")
                .takes("NAME", Usage.Kind.RESOURCE)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        RuntimeMonitor current = monitor.get();
        Optional<String> name = arguments.find(0);
        name.ifPresent(manager.get()::resource); // throws if there is none
        List<GenerationFigures> figures = current.generations().stream()
                .filter(each -> name.isEmpty() || name.get().equals(each.resource()))
                .toList();
        if (arguments.json()) {
            ObjectNode node = Json.object();
            node.set("process", json(current.process()));
            node.set("generations", Json.array(figures, MonitorCommand::json));
            output.json(node);
        } else {
            output.line(sentence(current.process()));
            output.table(table(figures));
        }
    }

    private static String sentence(ProcessSample process) {
        HostSample host = process.host();
        return "process: " + Words.number(process.cpuCores(), "%.2f") + " cores, load "
                + Words.number(process.load(), "%.2f")
                + ", heap " + megabytes(process.heapUsed()) + " (" + megabytes(process.heapAfterGc())
                + " after collection), collecting " + Words.number(100 * process.gcShare(), "%.1f") + " %, metaspace "
                + megabytes(process.metaspace()) + ", " + count(process.threads()) + " threads, "
                + count(process.openFiles()) + " files" + System.lineSeparator()
                + "host:    disk " + megabytes(host.diskFree()) + " free, read " + megabytes(host.diskRead())
                + ", written " + megabytes(host.diskWritten()) + "; network in " + megabytes(host.netIn()) + ", out "
                + megabytes(host.netOut()) + " (" + host.source() + ")";
    }

    private static Table table(List<GenerationFigures> figures) {
        Table table = new Table(
                "RESOURCE",
                "VERSION",
                ">CALLS",
                ">CALLS/S",
                ">FAILED",
                ">P50 MS",
                ">P95 MS",
                ">P99 MS",
                ">MAX MS",
                ">INSIDE",
                ">OLDEST",
                "STAGE",
                "FAILURES");
        for (GenerationFigures each : figures) {
            table.row(
                    each.resource(),
                    each.version(),
                    each.calls(),
                    Words.number(each.callsPerSecond(), "%.1f"),
                    each.failed(),
                    Words.number(each.latency().p50(), "%.3f"),
                    Words.number(each.latency().p95(), "%.3f"),
                    Words.number(each.latency().p99(), "%.3f"),
                    Words.number(each.latency().max(), "%.3f"),
                    each.inside(),
                    each.inside() == 0 ? "-" : Words.number(each.oldestMillis() / 1000, "%.1f s"),
                    each.onStage() ? "*" : "",
                    failures(each));
        }
        return table;
    }

    private static Object failures(GenerationFigures each) {
        String text = each.failures().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return each.fatal().isPresent() ? new Table.Cell(text, Tone.BAD) : text;
    }

    private static ObjectNode json(ProcessSample process) {
        ObjectNode node = Json.object();
        Json.put(node, "cpuCores", process.cpuCores());
        Json.put(node, "load", process.load());
        node.put("heapUsed", process.heapUsed()).put("heapAfterGc", process.heapAfterGc());
        Json.put(node, "gcShare", process.gcShare());
        Json.put(node, "longestPauseMillis", process.longestPauseMillis());
        node.put("metaspace", process.metaspace())
                .put("threads", process.threads())
                .put("openFiles", process.openFiles());
        HostSample host = process.host();
        node.putObject("host")
                .put("diskFree", host.diskFree())
                .put("diskRead", host.diskRead())
                .put("diskWritten", host.diskWritten())
                .put("netIn", host.netIn())
                .put("netOut", host.netOut())
                .put("source", host.source());
        return node;
    }

    private static ObjectNode json(GenerationFigures each) {
        ObjectNode node = Json.object()
                .put("resource", each.resource())
                .put("version", each.version())
                .put("onStage", each.onStage())
                .put("calls", each.calls());
        Json.put(node, "callsPerSecond", each.callsPerSecond());
        ObjectNode failures = node.putObject("failures");
        each.failures().forEach(failures::put);
        ObjectNode latency =
                node.putObject("latency").put("timed", each.latency().timed());
        Json.put(latency, "p50Millis", each.latency().p50());
        Json.put(latency, "p95Millis", each.latency().p95());
        Json.put(latency, "p99Millis", each.latency().p99());
        Json.put(latency, "maxMillis", each.latency().max());
        node.put("inside", each.inside());
        Json.put(node, "oldestMillis", each.oldestMillis());
        node.put("fatal", each.fatal().orElse(null));
        return node;
    }

    private static String count(long value) {
        return value < 0 ? "?" : Long.toString(value);
    }

    private static String megabytes(long bytes) {
        return bytes < 0 ? "-" : String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
    }
}
