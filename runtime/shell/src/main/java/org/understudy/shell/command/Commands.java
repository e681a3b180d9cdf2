package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.understudy.doctor.Doctor;
import org.understudy.monitor.RuntimeMonitor;
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
     * @param manager the swap-manager of the moment; it throws {@link CommandFailedException} while there is none
     * @param monitor the monitor of the moment; it throws likewise
     * @param doctor the doctor of the moment; it throws likewise
     * @param steps what tells the progress
     * @param installation the runtime they are in
     * @param bundles the framework's bundles
     */
    public Commands(
            Supplier<SwapManager> manager,
            Supplier<RuntimeMonitor> monitor,
            Supplier<Doctor> doctor,
            Steps steps,
            Installation installation,
            Bundles bundles) {
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
                new MonitorCommand(monitor, manager),
                new DoctorCommand(doctor),
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
