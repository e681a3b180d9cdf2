package org.understudy.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.attach.Endpoint;
import org.understudy.doctor.Doctor;
import org.understudy.monitor.RuntimeMonitor;
import org.understudy.predict.Predictor;
import org.understudy.predict.Privacy;
import org.understudy.shell.command.BundleConverter;
import org.understudy.shell.command.Bundles;
import org.understudy.shell.command.Command;
import org.understudy.shell.command.CommandFailedException;
import org.understudy.shell.command.CommandFunction;
import org.understudy.shell.command.Commands;
import org.understudy.shell.command.Installation;
import org.understudy.shell.command.Services;
import org.understudy.shell.command.Steps;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapManager;

/**
 * Puts the commands into Gogo, and offers the launcher what it needs under types of the JDK, because the two share no
 * others: services {@code ToIntFunction<InputStream>} with the property {@value #ROLE}.
 */
@Component(service = {})
public final class Shell {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    static final String ROLE = "understudy.role";

    /** System property of the launcher: {@code true} where its standard input and output are a terminal. */
    private static final String TERMINAL = "understudy.terminal";

    // Both as `lb` finds their bundles.
    private static final String SWAP_MANAGER = "swap-manager";
    private static final String PREDICTOR = "predictor";

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Optional<AttachServer> attach;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SwapManager swapManager;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile RuntimeMonitor monitor;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Doctor doctor;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Predictor predictor;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Privacy privacy;

    /** Starts it. */
    @Activate
    public Shell(BundleContext context, @Reference CommandProcessor processor) {
        Steps steps = new Steps();
        Bundles bundles =
                new Bundles(context.getBundle(Constants.SYSTEM_BUNDLE_ID).getBundleContext());
        Installation installation = new Installation(context::getProperty);
        Services services =
                new Services(this::swapManager, this::monitor, this::doctor, this::predictor, this::privacy);
        Commands commands = new Commands(services, steps, installation, bundles);
        registrations.add(context.registerService(SwapListener.class, steps, null));
        registrations.add(context.registerService(Converter.class, new BundleConverter(bundles), null));
        commands.all().forEach(command -> register(context, command, Commands.SCOPE));
        commands.checked().forEach(command -> register(context, command, "felix"));

        Sessions sessions = new Sessions(processor);
        Discretion discretion = new Discretion(commands.all());
        ScriptRunner scripts = new ScriptRunner(sessions, discretion);
        InteractiveShell interactive = new InteractiveShell(
                sessions,
                new Completions(commands, bundles, this::swapManager),
                discretion,
                context.getBundle().getVersion().toString(),
                installation.home().map(home -> home.resolve("shell.history")));
        boolean terminal = Boolean.getBoolean(TERMINAL);
        ToIntFunction<InputStream> script = input -> scripts.run(input, RealStreams.out(), RealStreams.err(), terminal);
        offer(context, script, "script");
        offer(context, new LocalTerminal(interactive, scripts), "interactive");
        attach = installation.home().flatMap(home -> listen(home, new Ways(sessions, scripts, interactive)));
    }

    @Deactivate
    void stop() {
        attach.ifPresent(Shell::close);
        registrations.forEach(ServiceRegistration::unregister);
    }

    private static Optional<AttachServer> listen(Path home, Ways ways) {
        try {
            return Optional.of(AttachServer.listen(Endpoint.of(home), ways));
        } catch (IOException e) {
            LOG.error("Nobody can attach to this runtime: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }

    private static void close(AttachServer server) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The attach socket was not removed; the next start replaces it", e);
        }
    }

    private void offer(BundleContext context, ToIntFunction<InputStream> runner, String role) {
        registrations.add(context.registerService(ToIntFunction.class, runner, properties(ROLE, role)));
    }

    private SwapManager swapManager() {
        return there(swapManager, SWAP_MANAGER);
    }

    private RuntimeMonitor monitor() {
        return there(monitor, SWAP_MANAGER);
    }

    private Doctor doctor() {
        return there(doctor, SWAP_MANAGER);
    }

    private Predictor predictor() {
        return there(predictor, PREDICTOR);
    }

    private Privacy privacy() {
        return there(privacy, PREDICTOR);
    }

    private static <S> S there(S current, String provider) {
        if (current == null) {
            throw new CommandFailedException(
                    "the " + provider + " is not running: its bundle is stopped or being updated; `lb " + provider
                            + "` shows it, `start ID` starts it again");
        }
        return current;
    }

    private void register(BundleContext context, Command command, String scope) {
        Dictionary<String, Object> properties = properties(CommandProcessor.COMMAND_SCOPE, scope);
        properties.put(CommandProcessor.COMMAND_FUNCTION, command.usage().name());
        // Gogo takes the highest: in its own scope ours must win too, or `felix:install` would be a way around.
        properties.put(Constants.SERVICE_RANKING, 100);
        registrations.add(context.registerService(Function.class, new CommandFunction(command), properties));
    }

    private static Dictionary<String, Object> properties(String key, Object value) {
        return new Hashtable<>(Map.of(key, value));
    }
}
