package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.Holder;
import org.understudy.swap.SwapManager;

/** Lists the versions that are off stage for good and not collected yet, with who holds them. */
final class LeaksCommand implements Command {
    private static final String NOBODY = "nobody who can be found";

    private final Supplier<SwapManager> manager;

    LeaksCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("leaks", "lists versions that are off stage for good and still loaded, and who holds them")
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        List<GenerationStatus> retired = manager.get().generations().stream()
                .filter(generation -> generation.use() == GenerationStatus.Use.RETIRED)
                .toList();
        if (arguments.json()) {
            output.json(Json.array(retired, Json::leak));
            return;
        }
        if (retired.isEmpty()) {
            output.line("every version that is off stage for good has been collected");
            return;
        }
        Table table = new Table("RESOURCE", "VERSION", "SLOT", "RETIRED", "HELD BY");
        for (GenerationStatus generation : retired) {
            table.row(
                    generation.resource(),
                    generation.version(),
                    generation.slot().name(),
                    generation.retiredMillis() / 1000 + " s ago",
                    heldBy(generation));
        }
        output.table(table);
    }

    private static String heldBy(GenerationStatus generation) {
        if (generation.onPurpose()) {
            return "its own start or stop, which hangs";
        }
        return generation.holders().isEmpty()
                ? NOBODY
                : generation.holders().stream().map(Holder::inWords).collect(Collectors.joining(", "));
    }
}
