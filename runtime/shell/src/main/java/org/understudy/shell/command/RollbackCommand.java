package org.understudy.shell.command;

import java.util.function.Supplier;
import org.understudy.swap.SwapManager;

/** Brings the way back on stage. */
final class RollbackCommand implements Command {
    private final Supplier<SwapManager> manager;
    private final Steps steps;

    RollbackCommand(Supplier<SwapManager> manager, Steps steps) {
        this.manager = manager;
        this.steps = steps;
    }

    @Override
    public Usage usage() {
        return Usage.of("rollback", "brings the version before back on stage and waits for the drain")
                .needs("NAME", Usage.Kind.RESOURCE)
                .with(Usage.BECAUSE)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        SwapManager current = manager.get();
        String name = arguments.word(0);
        String because = arguments.value(Usage.BECAUSE.flag()).orElse("");
        Results.show(
                steps.during(name, output, () -> current.rollback(name, Operator.NAME, because)), arguments, output);
    }
}
