package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.GroupMember;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;

/** Brings a version on stage. */
final class SwapCommand implements Command {
    private final Supplier<SwapManager> manager;
    private final Steps steps;

    SwapCommand(Supplier<SwapManager> manager, Steps steps) {
        this.manager = manager;
        this.steps = steps;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "swap",
                        "makes a version the active one and waits for the drain; without one, what is staged; several"
                                + " at one instant")
                .needs("NAME[,NAME...]", Usage.Kind.RESOURCE)
                .takes("FILE|VERSION[,...]", Usage.Kind.VERSION, Usage.Kind.FILE)
                .with(Usage.LOWER)
                .with(Usage.LOSS)
                .with(Usage.BAD)
                .with(Usage.AGAIN)
                .with(Usage.SUPERSEDE)
                .with(Usage.PLAN)
                .with(Usage.BECAUSE)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        SwapManager current = manager.get();
        SwapRequest request = Wanted.request(arguments, output);
        List<String> names =
                request.members().stream().map(GroupMember::resource).toList();
        List<SwapResult> results = steps.during(names, arguments.word(0), output, () -> current.swap(request));
        if (Wanted.isGroup(arguments)) {
            Results.show(results, arguments, output);
        } else {
            Results.show(results.get(0), arguments, output);
        }
    }
}
