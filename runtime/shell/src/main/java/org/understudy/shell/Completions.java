package org.understudy.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandSession;
import org.jline.builtins.Completers;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.understudy.shell.command.Bundles;
import org.understudy.shell.command.Command;
import org.understudy.shell.command.CommandFailedException;
import org.understudy.shell.command.Commands;
import org.understudy.shell.command.Output;
import org.understudy.shell.command.Usage;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapManager;
import org.understudy.swap.UnknownResourceException;

/** What Tab offers: commands, and for those of Understudy whatever their usage says may follow. */
final class Completions {
    private final Commands commands;
    private final Bundles bundles;
    private final Supplier<SwapManager> manager;

    Completions(Commands commands, Bundles bundles, Supplier<SwapManager> manager) {
        this.commands = commands;
        this.bundles = bundles;
        this.manager = manager;
    }

    /** The completer of one session. */
    Completer in(CommandSession session) {
        return (reader, line, candidates) -> complete(session, reader, line, candidates);
    }

    private void complete(CommandSession session, LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = statement(line);
        if (before.isEmpty()) {
            names(session).forEach(name -> candidates.add(new Candidate(name)));
            return;
        }
        Optional<Usage> usage = usage(before.get(0));
        if (usage.isEmpty()) {
            return;
        }
        if (line.word().startsWith("-")) {
            usage.get().options().forEach(option -> candidates.add(described(option.flag(), option.summary())));
            return;
        }
        List<String> words =
                before.stream().skip(1).filter(word -> !word.startsWith("-")).toList();
        for (Usage.Kind kind : usage.get().kindsAt(words.size())) {
            offer(kind, words, session, reader, line, candidates);
        }
    }

    private void offer(
            Usage.Kind kind,
            List<String> words,
            CommandSession session,
            LineReader reader,
            ParsedLine line,
            List<Candidate> candidates) {
        switch (kind) {
            case RESOURCE -> members(line).forEach(names -> candidates.add(new Candidate(names)));
            case VERSION -> wanted(words.get(0), line).forEach(versions -> candidates.add(new Candidate(versions)));
            case BUNDLE -> bundles.names().forEach(name -> candidates.add(new Candidate(name)));
            case COMMAND -> names(session).forEach(name -> candidates.add(new Candidate(name)));
            case FILE -> new Completers.FilesCompleter(Output.folder(session)).complete(reader, line, candidates);
        }
    }

    /** What may follow where several are joined by commas: what is there already, and one more. */
    private List<String> members(ParsedLine line) {
        String joined = joined(line);
        return resources().stream().map(name -> joined + name).toList();
    }

    /** One version more, of the resource at the same place. */
    private List<String> wanted(String names, ParsedLine line) {
        String joined = joined(line);
        String[] members = names.split(",");
        int place = (int) joined.chars().filter(letter -> letter == ',').count();
        return place >= members.length
                ? List.of()
                : versions(members[place]).stream()
                        .map(version -> joined + version)
                        .toList();
    }

    private static String joined(ParsedLine line) {
        return line.word().substring(0, line.word().lastIndexOf(',') + 1);
    }

    /** The words before the cursor's in the statement that it is in. */
    private static List<String> statement(ParsedLine line) {
        List<String> words = new ArrayList<>();
        for (String word : line.words().subList(0, line.wordIndex())) {
            if (word.equals("|") || word.equals(";") || word.equals("&&")) {
                words.clear();
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private Optional<Usage> usage(String name) {
        String prefix = Commands.SCOPE + ":";
        String own = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return commands.all().stream()
                .map(Command::usage)
                .filter(usage -> usage.name().equals(own))
                .findFirst();
    }

    private static Set<String> names(CommandSession session) {
        Set<String> names = new TreeSet<>();
        if (session.get(".commands") instanceof Collection<?> all) {
            all.forEach(
                    name -> names.add(name.toString().substring(name.toString().indexOf(':') + 1)));
        }
        return names;
    }

    private List<String> resources() {
        try {
            return manager.get().resources().stream().map(ResourceStatus::name).toList();
        } catch (CommandFailedException noSwapManager) {
            return List.of();
        }
    }

    private List<String> versions(String resource) {
        try {
            return manager.get().versions(resource);
        } catch (CommandFailedException | UnknownResourceException nothingToOffer) {
            return List.of();
        }
    }

    private static Candidate described(String value, String description) {
        return new Candidate(value, value, null, description, null, null, true);
    }
}
