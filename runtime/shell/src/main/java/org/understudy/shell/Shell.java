package org.understudy.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.understudy.shell.command.Command;
import org.understudy.shell.command.CommandFailedException;
import org.understudy.shell.command.CommandFunction;
import org.understudy.shell.command.Commands;
import org.understudy.shell.command.Steps;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapManager;

/**
 * Puts the commands into Gogo, and offers the launcher what it needs under types of the JDK, because the two share no
 * others: services {@code ToIntFunction<InputStream>} with the property {@value #ROLE}.
 */
@Component(service = {})
public final class Shell {
    static final String ROLE = "understudy.role";

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private volatile SwapManager swapManager;

    /** Starts it. */
    @Activate
    public Shell(BundleContext context, @Reference CommandProcessor processor) {
        Steps steps = new Steps();
        Commands commands = new Commands(this::swapManager, steps);
        ScriptRunner scripts = new ScriptRunner(new Sessions(processor));
        registrations.add(context.registerService(SwapListener.class, steps, null));
        commands.all().forEach(command -> register(context, command));
        ToIntFunction<InputStream> script =
                input -> scripts.run(input, stream(FileDescriptor.out), stream(FileDescriptor.err));
        registrations.add(context.registerService(ToIntFunction.class, script, properties(ROLE, "script")));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSwapManager(SwapManager arrived) {
        swapManager = arrived;
    }

    void unsetSwapManager(SwapManager gone) {
        if (swapManager == gone) {
            swapManager = null;
        }
    }

    private SwapManager swapManager() {
        SwapManager current = swapManager;
        if (current == null) {
            throw new CommandFailedException("the swap-manager is not there: its bundle is stopped or being updated;"
                    + " `lb swap` shows it, `start ID` starts it again");
        }
        return current;
    }

    private void register(BundleContext context, Command command) {
        Dictionary<String, Object> properties = properties(CommandProcessor.COMMAND_SCOPE, Commands.SCOPE);
        properties.put(CommandProcessor.COMMAND_FUNCTION, command.usage().name());
        registrations.add(context.registerService(Function.class, new CommandFunction(command), properties));
    }

    private static Dictionary<String, Object> properties(String key, Object value) {
        return new Hashtable<>(Map.of(key, value));
    }

    // The streams of System are the log.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true);
    }
}
