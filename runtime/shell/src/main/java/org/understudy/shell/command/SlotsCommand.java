package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapManager;

/** Lists the slots. */
final class SlotsCommand implements Command {
    private final Supplier<SwapManager> manager;

    SlotsCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("slots", "lists the slots and the bundles in them, of one resource or of all")
                .takes("NAME", Usage.Kind.RESOURCE)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        SwapManager current = manager.get();
        List<SlotStatus> slots = arguments.find(0).map(current::slots).orElseGet(current::slots);
        if (arguments.json()) {
            output.json(Json.array(slots, Json::slot));
        } else {
            output.table(table(slots));
        }
    }

    static Table table(List<SlotStatus> slots) {
        Table table = new Table("RESOURCE", "SLOT", ">BUNDLE", "VERSION", "STATE", "ACTIVE");
        for (SlotStatus slot : slots) {
            table.row(
                    slot.resource(),
                    slot.slot(),
                    slot.bundleId() < 0 ? "-" : slot.bundleId(),
                    slot.version().orElse("-"),
                    Words.state(slot.state()),
                    slot.active() ? "*" : "");
        }
        return table;
    }
}
