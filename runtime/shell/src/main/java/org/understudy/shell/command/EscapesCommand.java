package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.SwapManager;

/** Lists the objects that have left their resource. */
final class EscapesCommand implements Command {
    private final Supplier<SwapManager> manager;

    EscapesCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("escapes", "lists objects of a resource's own classes that callers hold without a handle")
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        List<EscapeStatus> escapes = manager.get().escapes();
        if (arguments.json()) {
            output.json(Json.array(escapes, Json::escape));
            return;
        }
        if (escapes.isEmpty()) {
            output.line("no object was seen to leave its resource");
            return;
        }
        Table table = new Table("RESOURCE", "VERSION", "THROUGH", "TYPE", "HOLDER", "ALIVE");
        for (EscapeStatus escape : escapes) {
            table.row(
                    escape.resource(),
                    escape.version(),
                    escape.through(),
                    escape.type(),
                    escape.holder(),
                    escape.alive() ? "yes" : "no");
        }
        output.table(table);
    }
}
