package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapManager;

/** Shows everything about one resource. */
final class ResourceCommand implements Command {
    private final Supplier<SwapManager> manager;

    ResourceCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("resource", "shows one resource: contract, slots, versions at hand, drain")
                .needs("NAME", Usage.Kind.RESOURCE)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        SwapManager current = manager.get();
        String name = arguments.word(0);
        ResourceStatus status = current.resource(name);
        List<SlotStatus> slots = current.slots(name);
        List<String> versions = current.versions(name);
        DrainStatus drain = current.drain(name);
        if (arguments.json()) {
            ObjectNode node = Json.resource(status);
            node.set("slots", Json.array(slots, Json::slot));
            node.set("versions", Json.texts(versions));
            node.set("drain", Json.drain(drain));
            output.json(node);
            return;
        }
        Table facts = new Table("RESOURCE", name)
                .row("criticality", Json.word(status.criticality()))
                .row("swap cost", status.swapCostMillis() + " ms")
                .row("active", status.activeVersion().orElse("-"))
                .row("way back", Words.wayBack(status.wayBack()))
                .row("state", Words.state(status.state()))
                .row("rank", status.rank())
                .row("versions", versions.isEmpty() ? "-" : String.join(", ", versions));
        status.contract().forEach(type -> facts.row("contract", type));
        if (drain.version().isPresent()) {
            facts.row("drain", DrainCommand.sentence(drain));
        }
        if (!status.note().isEmpty()) {
            facts.row("note", new Table.Cell(status.note(), Tone.BUSY));
        }
        output.table(facts);
        output.line("");
        output.table(SlotsCommand.table(slots));
    }
}
