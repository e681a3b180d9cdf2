package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.SwapManager;

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
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        SwapManager current = manager.get();
        if (Wanted.isGroup(arguments)) {
            List<GroupMember> members = Wanted.members(arguments, output);
            List<String> names = members.stream().map(GroupMember::resource).toList();
            Results.show(
                    steps.during(names, arguments.word(0), output, () -> current.swap(members)), arguments, output);
            return;
        }
        String name = arguments.word(0);
        Candidate candidate = Wanted.of(arguments, output);
        Results.show(steps.during(name, output, () -> current.swap(name, candidate)), arguments, output);
    }
}
