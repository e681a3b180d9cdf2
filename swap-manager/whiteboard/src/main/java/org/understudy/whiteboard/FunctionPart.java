package org.understudy.whiteboard;

import java.util.List;
import org.apache.felix.gogo.runtime.Reflective;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.understudy.dispatch.Part;
import org.understudy.dispatch.Surroundings;

/** Stands before a command service of one generation, for one of the functions that it offers. */
public final class FunctionPart implements Function, Part {
    private final Object commands;
    private final String function;

    /** Creates the part; the function's name is in the memory. */
    public FunctionPart(Object commands, Surroundings surroundings) {
        this.commands = commands;
        this.function = (String) surroundings.memory().get();
    }

    @Override
    public Object service() {
        return commands;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return commands instanceof Function whole
                ? whole.execute(session, arguments)
                : Reflective.invoke(session, commands, function, arguments);
    }

    @Override
    public void begin() {
        // a command has no life cycle
    }

    @Override
    public void review() {
        // Gogo holds nothing against a command
    }

    @Override
    public void end() {
        // a command has no life cycle
    }
}
