package org.understudy.shell.command;

import java.util.function.Supplier;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.SwapManager;

/** Tells who is still inside the version that was taken off stage, and can end the waiting for them. */
final class DrainCommand implements Command {
    private static final Usage.Option NOW =
            new Usage.Option("--now", "", "ends the waiting: calls still inside are counted as cut");

    private final Supplier<SwapManager> manager;

    DrainCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("drain", "tells how many calls are inside the version off stage, since when, and where")
                .needs("NAME", Usage.Kind.RESOURCE)
                .with(NOW)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        SwapManager current = manager.get();
        String name = arguments.word(0);
        DrainStatus status = arguments.has(NOW.flag()) ? current.endDrain(name) : current.drain(name);
        if (arguments.json()) {
            output.json(Json.drain(status));
        } else if (status.version().isEmpty()) {
            output.line(name + ": no version was taken off stage since the runtime started");
        } else {
            output.line(sentence(status));
            status.threads().forEach(stack -> output.line(stack.indent(2).stripTrailing()));
        }
    }

    static String sentence(DrainStatus status) {
        return status.resource() + ": " + status.inside() + " inside "
                + status.version().orElse("nothing")
                + ", off stage since " + Words.millis(status.sinceFlipMillis())
                + (status.cut() > 0 ? ", " + status.cut() + " cut" : "");
    }
}
