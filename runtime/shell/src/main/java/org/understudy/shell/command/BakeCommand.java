package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.BakeResult;
import org.understudy.swap.SwapManager;

/** Decides about a provisional version: commits it, or stops its time, or has it go on. */
final class BakeCommand implements Command {
    private final String name;
    private final String summary;
    private final Supplier<SwapManager> manager;
    private final Decision decision;

    private BakeCommand(String name, String summary, Supplier<SwapManager> manager, Decision decision) {
        this.name = name;
        this.summary = summary;
        this.manager = manager;
        this.decision = decision;
    }

    /** What is decided. */
    private interface Decision {
        BakeResult about(SwapManager manager, String resource, String by, String reason);
    }

    /** All that can be decided. */
    static List<Command> all(Supplier<SwapManager> manager) {
        return List.of(
                new BakeCommand(
                        "commit",
                        "commits a provisional version, and all that came with it: nothing takes it back by itself",
                        manager,
                        SwapManager::commit),
                new BakeCommand(
                        "pause",
                        "stops the bake time of a provisional version: it stays so until you decide",
                        manager,
                        SwapManager::pause),
                new BakeCommand("resume", "has the bake time of a paused version go on", manager, SwapManager::resume));
    }

    @Override
    public Usage usage() {
        return Usage.of(name, summary)
                .needs("NAME", Usage.Kind.RESOURCE)
                .with(Usage.BECAUSE)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        BakeResult result = decision.about(
                manager.get(),
                arguments.word(0),
                Operator.NAME,
                arguments.value(Usage.BECAUSE.flag()).orElse(""));
        if (arguments.json()) {
            output.json(Json.bake(result));
        }
        if (result.outcome() == BakeResult.Outcome.REFUSED) {
            throw new CommandFailedException(result.reason());
        }
        if (!arguments.json()) {
            output.line(String.join(", ", result.resources()) + ": " + Json.word(result.outcome()));
        }
    }
}
