package org.understudy.shell.command;

import java.util.function.Supplier;
import org.understudy.swap.Candidate;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapManager;

/** Puts a version into the free slot. */
final class StageCommand implements Command {
    private final Supplier<SwapManager> manager;
    private final Steps steps;

    StageCommand(Supplier<SwapManager> manager, Steps steps) {
        this.manager = manager;
        this.steps = steps;
    }

    @Override
    public Usage usage() {
        return Usage.of("stage", "installs and resolves a version in the free slot, without starting it")
                .needs("NAME", Usage.Kind.RESOURCE)
                .needs("FILE", Usage.Kind.FILE, Usage.Kind.VERSION)
                .with(Usage.LOWER)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        SwapManager current = manager.get();
        String name = arguments.word(0);
        Candidate candidate = Wanted.of(arguments, output);
        StageResult result = steps.during(name, output, () -> current.stage(name, candidate));
        if (arguments.json()) {
            output.json(Json.stage(result));
        }
        if (result instanceof StageResult.Refused refused) {
            throw new CommandFailedException(refused.reason());
        }
        if (!arguments.json() && result instanceof StageResult.Staged staged) {
            output.line(name + ": " + staged.version().orElse("?") + " staged in slot " + staged.slot() + "; `swap "
                    + name + "` brings it on stage");
        }
    }
}
