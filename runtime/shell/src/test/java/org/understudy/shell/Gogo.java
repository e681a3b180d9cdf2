package org.understudy.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.Function;
import org.understudy.shell.command.Bundles;
import org.understudy.shell.command.Command;
import org.understudy.shell.command.CommandFunction;
import org.understudy.shell.command.Commands;
import org.understudy.shell.command.Installation;
import org.understudy.shell.command.Services;
import org.understudy.shell.command.Steps;
import org.understudy.swap.SwapManager;

/** Gogo with the commands of Understudy, without a framework. */
final class Gogo implements AutoCloseable {
    // Without a ThreadIO: the commands must not need System.out.
    final CommandProcessorImpl processor = new CommandProcessorImpl(null);
    final Sessions sessions = new Sessions(processor);
    final Map<String, String> properties = new HashMap<>();
    final FakeDoctor doctor = new FakeDoctor();
    final FakePredictor predictor = new FakePredictor();
    final FakePrivacy privacy = new FakePrivacy();
    final Commands commands;

    /** What a script wrote, and its exit status. */
    record Ran(int status, String out, String err) {}

    Gogo(SwapManager manager) {
        commands = new Commands(
                new Services(() -> manager, FakeMonitor::new, () -> doctor, () -> predictor, () -> privacy),
                new Steps(),
                new Installation(properties::get),
                new Bundles(null));
        commands.all().forEach(this::add);
    }

    private void add(Command command) {
        processor.addCommand(
                Commands.SCOPE, new CommandFunction(command), command.usage().name());
    }

    void add(String scope, String name, Function function) {
        processor.addCommand(scope, function, name);
    }

    Ran script(String... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        byte[] script = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        int status = new ScriptRunner(sessions, new Discretion(commands.all()))
                .run(new ByteArrayInputStream(script), new PrintStream(out, true), new PrintStream(err, true), false);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        processor.stop();
    }
}
