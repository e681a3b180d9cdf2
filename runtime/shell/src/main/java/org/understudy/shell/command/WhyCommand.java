package org.understudy.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.Timing;

/** Tells why a swap came, and why it went as it did, with every figure that decided. */
final class WhyCommand implements Command {
    private final Supplier<SwapManager> manager;

    WhyCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "why",
                        "tells why a version came or went, with the figures that decided; the last swap if none is named")
                .needs("NAME", Usage.Kind.RESOURCE)
                .takes("SWAP")
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        SwapRecord record = find(arguments);
        if (arguments.json()) {
            output.json(Json.record(record));
            return;
        }
        output.line("swap " + record.number() + ", " + Whys.time(record.at()) + ": " + Whys.what(record));
        output.line("  asked by " + (record.by().isEmpty() ? "nobody who said a name" : record.by())
                + (record.cause().isEmpty() ? "" : ", because " + record.cause()));
        for (SwapRecord.Member member : record.members()) {
            output.line("  " + member.resource() + ": "
                    + (member.outcome().isEmpty() ? "it did not get to an end" : member.outcome())
                    + timing(member.timing())
                    + (member.reason().isEmpty() ? "" : ": " + member.reason()));
        }
        for (SwapRecord.Decision decision : record.decisions()) {
            output.line("  " + Whys.time(decision.at()) + " " + decision.what()
                    + (decision.by().isEmpty() ? "" : " by " + decision.by())
                    + (decision.reason().isEmpty() ? "" : ": " + decision.reason()));
            decision.verdict().ifPresent(verdict -> verdict.findings()
                    .forEach(finding -> output.line("      " + Whys.finding(finding))));
        }
        output.line("  it is " + Json.word(record.end()));
    }

    private static String timing(Timing timing) {
        return timing.equals(Timing.NONE)
                ? ""
                : ", flip " + Words.micros(timing.flipMicros()) + ", drain " + Words.millis(timing.drainMillis())
                        + (timing.gapMillis() > 0 ? ", calls held " + Words.millis(timing.gapMillis()) : "");
    }

    private SwapRecord find(Arguments arguments) {
        SwapManager current = manager.get();
        Optional<String> number = arguments.find(1);
        List<SwapRecord> ofResource = Whys.of(current, Optional.of(arguments.word(0)), Integer.MAX_VALUE);
        if (ofResource.isEmpty()) {
            throw new CommandFailedException(arguments.word(0) + " was never swapped");
        }
        if (number.isEmpty()) {
            return ofResource.get(0);
        }
        return ofResource.stream()
                .filter(record -> String.valueOf(record.number()).equals(number.get()))
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(arguments.word(0) + " has no swap '" + number.get()
                        + "': `swaps " + arguments.word(0) + "` lists those it has"));
    }
}
