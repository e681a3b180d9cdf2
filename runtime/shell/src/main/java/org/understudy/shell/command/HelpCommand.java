package org.understudy.shell.command;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Lists the commands, or tells everything about one. */
final class HelpCommand implements Command {
    // Gogo's session variable with the names of all commands, each with its scope.
    private static final String ALL = ".commands";

    private final Supplier<List<Command>> commands;

    HelpCommand(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public Usage usage() {
        return Usage.of("help", "lists the commands, or tells about one").takes("COMMAND", Usage.Kind.COMMAND);
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        if (arguments.find(0).isPresent()) {
            one(arguments.word(0), output);
        } else {
            all(output);
        }
    }

    private void all(Output output) {
        Table table = new Table("COMMAND", "WHAT IT DOES");
        commands.get()
                .forEach(command ->
                        table.row(command.usage().synopsis(), command.usage().summary()));
        output.table(table);
        output.line("");
        output.line(
                "Leaving: `exit` and Ctrl-D end this session; an attached runtime goes on, one that was started with"
                        + " this shell stops. `shutdown` stops the runtime, `stop ID` one bundle.");
        output.line("Of others, Gogo's and those of resources: " + String.join(" ", others(output)));
    }

    private void one(String name, Output output) throws Exception {
        String own = name.startsWith(Commands.SCOPE + ":") ? name.substring(Commands.SCOPE.length() + 1) : name;
        for (Command command : commands.get()) {
            if (command.usage().name().equals(own)) {
                describe(command.usage(), output);
                return;
            }
        }
        if (!others(output).contains(name) && !known(output).contains(name)) {
            throw new CommandFailedException("help: there is no command '" + name + "'; `help` lists them");
        }
        output.line(
                String.valueOf(output.session().execute("felix:help " + name)).stripTrailing());
    }

    private static void describe(Usage usage, Output output) {
        output.line(usage.synopsis());
        output.line("  " + usage.summary());
        usage.options().forEach(option -> output.line("  " + option.synopsis() + "  " + option.summary()));
    }

    private Set<String> others(Output output) {
        Set<String> names = new TreeSet<>();
        for (Object command : known(output)) {
            String name = command.toString();
            names.add(name.substring(name.indexOf(':') + 1));
        }
        commands.get().forEach(command -> names.remove(command.usage().name()));
        return names;
    }

    private static Collection<?> known(Output output) {
        return output.session().get(ALL) instanceof Collection<?> names ? names : List.of();
    }
}
