package org.understudy.shell.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.understudy.predict.Predictor;
import org.understudy.predict.Privacy;
import org.understudy.predict.PrivacyStatus;
import org.understudy.predict.UsageFigures;

/** Tells what was used, and has usage taken or not. */
final class UsageCommand implements Command {
    private static final Usage.Option ON = new Usage.Option("--on", "", "takes usage from now on");
    private static final Usage.Option OFF = new Usage.Option("--off", "", "takes none of anybody from now on");

    private final Supplier<Predictor> predictor;
    private final Supplier<Privacy> privacy;

    UsageCommand(Supplier<Predictor> predictor, Supplier<Privacy> privacy) {
        this.predictor = predictor;
        this.privacy = privacy;
    }

    @Override
    public Usage usage() {
        return Usage.of("usage", "tells how much usage was taken in, and how often each resource was needed")
                .with(ON)
                .with(OFF)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        boolean on = arguments.has(ON.flag());
        boolean off = arguments.has(OFF.flag());
        if (on && off) {
            throw Arguments.misused(usage(), "--on and --off exclude each other");
        }
        if (on || off) {
            turn(on, arguments, output);
        } else {
            figures(arguments, output);
        }
    }

    private void turn(boolean on, Arguments arguments, Output output) throws Exception {
        Privacy current = privacy.get();
        PrivacyStatus status = Unbroken.run("usage", output, () -> {
            current.on(on);
            return current.status();
        });
        if (arguments.json()) {
            output.json(PrivacyCommand.json(status));
        } else {
            output.line(
                    status.on()
                            ? "usage is on: it is taken from now on, of all who have not opted out"
                            : "usage is off: none of anybody is taken; what was learned stays");
        }
    }

    private void figures(Arguments arguments, Output output) {
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
