package org.understudy.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed after a command's name, held against its usage.
 *
 * @param words what is no option, in order
 * @param options the options given, each with its value, or with an empty text where it takes none
 */
public record Arguments(List<String> words, Map<String, String> options) {
    /** Behind it nothing is an option. */
    private static final String ONLY_WORDS = "--";

    public Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    /**
     * Reads them.
     *
     * @throws CommandFailedException if they do not fit the usage
     */
    static Arguments parse(Usage usage, List<?> typed) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        boolean onlyWords = false;
        for (int i = 0; i < typed.size(); i++) {
            String word = String.valueOf(typed.get(i));
            if (onlyWords || word.length() < 2 || word.charAt(0) != '-') {
                words.add(word);
                continue;
            }
            if (word.equals(ONLY_WORDS)) {
                onlyWords = true;
                continue;
            }
            Usage.Option option = usage.options().stream()
                    .filter(known -> known.flag().equals(word))
                    .findFirst()
                    .orElseThrow(() -> misused(usage, noOption(usage, word)));
            if (option.takesValue() && ++i == typed.size()) {
                throw misused(usage, word + " needs a value");
            }
            options.put(word, option.takesValue() ? String.valueOf(typed.get(i)) : "");
        }
        checkCount(usage, words);
        return new Arguments(words, options);
    }

    private static void checkCount(Usage usage, List<String> words) {
        List<Usage.Parameter> parameters = usage.parameters();
        for (int i = words.size(); i < parameters.size(); i++) {
            if (!parameters.get(i).optional()) {
                throw misused(usage, parameters.get(i).label() + " is missing");
            }
        }
        boolean open =
                !parameters.isEmpty() && parameters.get(parameters.size() - 1).repeated();
        if (!open && words.size() > parameters.size()) {
            String surplus = words.get(parameters.size());
            throw misused(
                    usage, usage.isDiscreet() ? "one argument too many" : "'" + surplus + "' is one argument too many");
        }
    }

    private static String noOption(Usage usage, String word) {
        return usage.isDiscreet()
                ? "one of the options does not exist; a name that begins with - goes behind " + ONLY_WORDS
                : "there is no option '" + word + "'";
    }

    static CommandFailedException misused(Usage usage, String what) {
        return new CommandFailedException(usage.name() + ": " + what + "; usage: " + usage.synopsis());
    }

    /** The word at this place, which the usage says is always there. */
    String word(int position) {
        return words.get(position);
    }

    /** The word at this place, if it was given. */
    Optional<String> find(int position) {
        return position < words.size() ? Optional.of(words.get(position)) : Optional.empty();
    }

    /** Whether an option was given. */
    boolean has(String flag) {
        return options.containsKey(flag);
    }

    /** The value of an option, if it was given. */
    Optional<String> value(String flag) {
        return Optional.ofNullable(options.get(flag));
    }

    /** Whether a program reads the answer. */
    boolean json() {
        return has(Usage.JSON.flag());
    }
}
