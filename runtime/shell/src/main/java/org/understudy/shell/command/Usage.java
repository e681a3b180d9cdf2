package org.understudy.shell.command;

import java.util.ArrayList;
import java.util.List;

/**
 * How a command is called: the source of its help, its argument check and its completion.
 *
 * @param name the command
 * @param summary what it does, one sentence without the closing period
 * @param parameters what follows the name, in order; optional ones last
 * @param options the options it takes anywhere
 */
public record Usage(String name, String summary, List<Parameter> parameters, List<Option> options) {
    static final Option JSON = new Option("--json", "", "one line of JSON and nothing else");
    static final Option LOWER =
            new Option("--allow-lower", "", "also a version below the active one, else refused as a slip");

    static final Option LOSS =
            new Option("--allow-loss", "", "also a version that lacks a service of the active one, else refused");

    static final Option BAD =
            new Option("--allow-bad", "", "also a version that was taken back too often, else refused");

    static final Option AGAIN = new Option("--again", "", "the active version once more, as a fresh generation");

    static final Option SUPERSEDE = new Option("--supersede", "", "takes back what is provisional first, else refused");

    static final Option PLAN =
            new Option("--plan", "FINGERPRINT", "only if that plan would still be what happens, else refused");

    static final Option BECAUSE = new Option("--because", "TEXT", "the reason, for the record");

    /** What the help calls the name of a user. A command that takes one is discreet: see {@link #isDiscreet}. */
    static final String USER = "USER";

    public Usage {
        parameters = List.copyOf(parameters);
        options = List.copyOf(options);
    }

    /** What a parameter stands for. */
    public enum Kind {
        RESOURCE,
        FILE,
        VERSION,
        BUNDLE,
        COMMAND
    }

    /**
     * One parameter.
     *
     * @param label how the help calls it
     * @param kinds what may stand there
     * @param optional whether it may be left out
     * @param repeated whether it takes all that follows
     */
    public record Parameter(String label, List<Kind> kinds, boolean optional, boolean repeated) {
        public Parameter {
            kinds = List.copyOf(kinds);
        }

        String synopsis() {
            String shown = repeated ? label + "..." : label;
            return optional ? "[" + shown + "]" : shown;
        }
    }

    /**
     * One option.
     *
     * @param flag as it is typed
     * @param value how the help calls its value; empty where it takes none
     * @param summary what it is for
     */
    public record Option(String flag, String value, String summary) {
        boolean takesValue() {
            return !value.isEmpty();
        }

        String synopsis() {
            return takesValue() ? flag + " " + value : flag;
        }
    }

    static Usage of(String name, String summary) {
        return new Usage(name, summary, List.of(), List.of());
    }

    Usage needs(String label, Kind... kinds) {
        return with(new Parameter(label, List.of(kinds), false, false));
    }

    Usage takes(String label, Kind... kinds) {
        return with(new Parameter(label, List.of(kinds), true, false));
    }

    Usage needsMany(String label, Kind... kinds) {
        return with(new Parameter(label, List.of(kinds), false, true));
    }

    Usage takesMany(String label, Kind... kinds) {
        return with(new Parameter(label, List.of(kinds), true, true));
    }

    Usage with(Option option) {
        List<Option> more = new ArrayList<>(options);
        more.add(option);
        return new Usage(name, summary, parameters, more);
    }

    private Usage with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Usage(name, summary, more, options);
    }

    /** Whether it may be told who a user is: nothing that lasts may then repeat what was typed. */
    public boolean isDiscreet() {
        return parameters.stream().anyMatch(parameter -> parameter.label().equals(USER))
                || options.stream().anyMatch(option -> option.value().equals(USER));
    }

    /** Whether this is one of its options, and takes no value. */
    public boolean isSwitch(String word) {
        return options.stream().anyMatch(option -> option.flag().equals(word) && !option.takesValue());
    }

    /** The whole call in one line, for example {@code rollback NAME [--json]}. */
    public String synopsis() {
        StringBuilder line = new StringBuilder(name);
        parameters.forEach(parameter -> line.append(' ').append(parameter.synopsis()));
        options.forEach(option -> line.append(" [").append(option.synopsis()).append(']'));
        return line.toString();
    }

    /** What may stand at this place after the name, counted from 0 and without options; empty where nothing may. */
    public List<Kind> kindsAt(int position) {
        if (parameters.isEmpty()) {
            return List.of();
        }
        Parameter last = parameters.get(parameters.size() - 1);
        if (position < parameters.size()) {
            return parameters.get(position).kinds();
        }
        return last.repeated() ? last.kinds() : List.of();
    }
}
