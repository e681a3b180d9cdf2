package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.understudy.predict.Predictor;
import org.understudy.predict.UsageFigures;

/** Tells what was used. */
final class UsageCommand implements Command {
    private final Supplier<Predictor> predictor;

    UsageCommand(Supplier<Predictor> predictor) {
        this.predictor = predictor;
    }

    @Override
    public Usage usage() {
        return Usage.of("usage", "tells how much usage was taken in, and how often each resource was needed")
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        UsageFigures figures = predictor.get().usage();
        if (arguments.json()) {
            output.json(json(figures));
            return;
        }
        output.line("usage is " + (figures.on() ? "on" : "off") + ": " + figures.events() + " events learned, "
                + figures.pending() + " waiting, " + figures.dropped() + " dropped, " + figures.refused()
                + " refused of users who have opted out");
        output.line("users: " + figures.activeUsers() + " active, " + figures.knownUsers() + " known; the model takes "
                + Words.bytes(figures.modelBytes()));
        if (figures.resources().isEmpty()) {
            output.line("nothing was needed since the start");
            return;
        }
        Table table = new Table("RESOURCE", ">TIMES");
        figures.resources().forEach(count -> table.row(Words.printable(count.resource()), count.times()));
        output.table(table);
    }

    private static ObjectNode json(UsageFigures figures) {
        ObjectNode node = Json.object()
                .put("on", figures.on())
                .put("events", figures.events())
                .put("pending", figures.pending())
                .put("dropped", figures.dropped())
                .put("refused", figures.refused())
                .put("activeUsers", figures.activeUsers())
                .put("knownUsers", figures.knownUsers())
                .put("modelBytes", figures.modelBytes());
        node.set("resources", Json.array(figures.resources(), count -> Json.object()
                .put("resource", count.resource())
                .put("times", count.times())));
        return node;
    }
}
