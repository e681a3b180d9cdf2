package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.understudy.swap.ProvisionalStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapManager;

/** Lists the resources. */
final class ResourcesCommand implements Command {
    private final Supplier<SwapManager> manager;

    ResourcesCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("resources", "lists the resources: active version, way back, state")
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        List<ResourceStatus> resources = manager.get().resources();
        if (arguments.json()) {
            output.json(Json.array(resources, Json::resource));
            return;
        }
        if (resources.isEmpty()) {
            output.line("no resource is known yet: `stage NAME FILE` makes one known");
            return;
        }
        Table table = new Table("RESOURCE", "CRITICALITY", ">COST", ">LEARNED", "ACTIVE", "WAY BACK", "STATE", "NOTE");
        for (ResourceStatus status : resources) {
            table.row(
                    status.name(),
                    Json.word(status.criticality()),
                    status.swapCostMillis() + " ms",
                    status.learnedCostMillis() > 0 ? Words.millis(status.learnedCostMillis()) : "-",
                    status.activeVersion().orElse("-"),
                    Words.wayBack(status.wayBack()),
                    Words.state(status.state()),
                    note(status));
        }
        output.table(table);
    }

    private static String note(ResourceStatus status) {
        return Stream.of(status.provisional().map(ProvisionalStatus::inWords).orElse(""), status.note())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
