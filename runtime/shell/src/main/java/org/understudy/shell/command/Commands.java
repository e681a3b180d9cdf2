package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.SwapManager;

/** All commands of the scope {@code understudy}, in the order of the help. */
public final class Commands {
    /** The scope. */
    public static final String SCOPE = "understudy";

    private final List<Command> all;

    /**
     * Makes them.
     *
     * @param manager the swap-manager of the moment; it throws {@link CommandFailedException} while there is none
     * @param steps what tells the progress
     */
    public Commands(Supplier<SwapManager> manager, Steps steps) {
        all = List.of(
                new ResourcesCommand(manager),
                new SlotsCommand(manager),
                new SwapCommand(manager, steps),
                new RollbackCommand(manager, steps));
    }

    /** All of them. */
    public List<Command> all() {
        return all;
    }
}
