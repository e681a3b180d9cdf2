package org.understudy.shell.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.Verdict;

/** Tells of swaps in words. */
final class Whys {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Whys() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** The latest swaps that a resource had part in, or all of them. */
    static List<SwapRecord> of(SwapManager manager, Optional<String> resource, int limit) {
        if (resource.isEmpty()) {
            return manager.swaps(limit);
        }
        String name = manager.resource(resource.get()).name();
        return manager.swaps(Integer.MAX_VALUE).stream()
                .filter(record -> record.members().stream()
                        .anyMatch(member -> member.resource().equals(name)))
                .limit(limit)
                .toList();
    }

    static String what(SwapRecord record) {
        return (record.back() ? "back: " : "")
                + record.members().stream()
                        .map(member -> member.resource() + " " + Words.versions(member.from(), member.to()))
                        .collect(Collectors.joining(", "));
    }

    /** One comparison, with its figures. */
    static String finding(Verdict.Finding finding) {
        String said = finding.metric() + " " + finding.outcome() + ": " + finding.remark();
        if (Double.isNaN(finding.evidence())) {
            return said + " (" + finding.test() + ")";
        }
        return said
                + String.format(
                        Locale.ROOT,
                        " (%s: %s before, %s now, effect %s in [%s, %s], p %s against %s, %d and %d samples)",
                        finding.test(),
                        figure(finding.baseline()),
                        figure(finding.candidate()),
                        figure(finding.effect()),
                        figure(finding.low()),
                        figure(finding.high()),
                        figure(finding.evidence()),
                        figure(finding.threshold()),
                        finding.baselineSamples(),
                        finding.candidateSamples());
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
    }
}
