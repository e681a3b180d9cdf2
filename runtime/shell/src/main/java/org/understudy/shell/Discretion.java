package org.understudy.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.understudy.shell.command.Command;
import org.understudy.shell.command.Usage;

/**
 * Knows which lines may name a user. These are not kept in the history, nor repeated where the answer may be kept: whom
 * the predictor has forgotten, the shell must not remember. In doubt a line counts as one. Immutable.
 */
final class Discretion {
    private static final String GOGO = "org.apache.felix.gogo.";

    private final Map<String, Usage> discreet;

    Discretion(List<Command> commands) {
        discreet = commands.stream()
                .map(Command::usage)
                .filter(Usage::isDiscreet)
                .collect(Collectors.toMap(Usage::name, Function.identity()));
    }

    /** Whether a line calls a command that takes a user's name, with anything else than switches behind it. */
    boolean isNeeded(String line) {
        return culprit(line).isPresent();
    }

    /** The line, or what may be repeated of it. */
    String repeatable(String line) {
        return culprit(line).orElse(line);
    }

    /** Why a line failed, as far as that may be repeated: Gogo quotes what it does not understand. */
    String reason(String line, Exception failure) {
        boolean quotes = failure.getClass().getName().startsWith(GOGO);
        return quotes && isNeeded(line)
                ? "Gogo does not understand this line: " + failure.getClass().getSimpleName()
                : Line.reason(failure);
    }

    private Optional<String> culprit(String line) {
        List<String> words = words(line);
        for (int i = 0; i < words.size(); i++) {
            Usage usage = discreet.get(command(words.get(i)));
            if (usage != null && !words.subList(i + 1, words.size()).stream().allMatch(usage::isSwitch)) {
                return Optional.of(usage.name());
            }
        }
        return Optional.empty();
    }

    /** Quotes and escapes do not part words; what else is special to Gogo does. */
    private static List<String> words(String line) {
        return Arrays.stream(line.replaceAll("[\"'\\\\]", "").split("[\\s;|&(){}\\[\\]$=<>]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Gogo takes commands in any case, and with a scope. */
    private static String command(String word) {
        return word.substring(word.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
