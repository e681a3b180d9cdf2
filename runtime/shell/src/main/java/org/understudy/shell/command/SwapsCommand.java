package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapRecord;

/** Lists what was swapped, when, why and with which end. */
final class SwapsCommand implements Command {
    private static final int USUAL = 20;
    private static final Usage.Option LIMIT = new Usage.Option("--limit", "N", "how many at most, 20 if not said");

    private final Supplier<SwapManager> manager;

    SwapsCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "swaps",
                        "lists the latest swaps and rollbacks, the refused ones too: when, why, with which end")
                .takes("NAME", Usage.Kind.RESOURCE)
                .with(LIMIT)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        int limit = arguments.value(LIMIT.flag()).map(SwapsCommand::limit).orElse(USUAL);
        List<SwapRecord> records = Whys.of(manager.get(), arguments.find(0), limit);
        if (arguments.json()) {
            output.json(Json.array(records, Json::record));
            return;
        }
        if (records.isEmpty()) {
            output.line("nothing was swapped yet");
            return;
        }
        Table table = new Table(">SWAP", "AT", "WHAT", "BY", "END", "WHY");
        for (SwapRecord record : records) {
            table.row(
                    String.valueOf(record.number()),
                    Whys.time(record.at()),
                    Whys.what(record),
                    record.by().isEmpty() ? "-" : record.by(),
                    Words.state(record.end()),
                    why(record));
        }
        output.table(table);
    }

    private static String why(SwapRecord record) {
        if (record.end() == SwapRecord.End.REFUSED) {
            return record.members().stream()
                    .map(SwapRecord.Member::reason)
                    .filter(reason -> !reason.isEmpty())
                    .collect(Collectors.joining("; "));
        }
        return record.cause();
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit > 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw new CommandFailedException(wrong(text), e);
        }
        throw new CommandFailedException(wrong(text));
    }

    private static String wrong(String text) {
        return "--limit is '" + text + "': expected a whole number, 1 or more";
    }
}
