package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.understudy.swap.SwapManager;

/** All commands of the scope {@code understudy}, in the order of the help. */
public final class Commands {
    /** The scope. */
    public static final String SCOPE = "understudy";

    private final List<Command> lifeCycle;
    private final List<Command> all;

    /**
     * Makes them.
     *
     * @param services what they ask
     * @param steps what tells the progress
     * @param installation the runtime they are in
     * @param bundles the framework's bundles
     */
    public Commands(Services services, Steps steps, Installation installation, Bundles bundles) {
        Supplier<SwapManager> manager = services.manager();
        List<Command> own = List.of(
                new ResourcesCommand(manager),
                new ResourceCommand(manager),
                new SlotsCommand(manager),
                new StageCommand(manager, steps),
                new PlanCommand(manager),
                new SwapCommand(manager, steps),
                new EscapesCommand(manager),
                new LeaksCommand(manager),
                new RollbackCommand(manager, steps),
                new DrainCommand(manager),
                new SwapsCommand(manager),
                new WhyCommand(manager),
                new MonitorCommand(services.monitor(), manager),
                new PredictCommand(services.predictor()),
                new WhyLikelyCommand(services.predictor()),
                new UsageCommand(services.predictor()),
                new PrivacyCommand(services.privacy()),
                new ForgetCommand(services.privacy()),
                new DoctorCommand(services.doctor()),
                new StatusCommand(manager, installation),
                new LogCommand(installation),
                new HelpCommand(this::all),
                new ExitCommand(),
                new ShutdownCommand(bundles));
        lifeCycle = BundleCommand.all(bundles);
        all = Stream.of(own, BakeCommand.all(manager), lifeCycle)
                .flatMap(List::stream)
                .toList();
    }

    /** All of them. */
    public List<Command> all() {
        return all;
    }

    /** Those that also take the place of Gogo's command of the same name in the scope {@code felix}. */
    public List<Command> checked() {
        return lifeCycle;
    }
}
