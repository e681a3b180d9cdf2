package org.understudy.shell.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.SwapRequest;

/** Reads which version somebody means: a file, a version, or what is staged. */
final class Wanted {
    private Wanted() {}

    /**
     * The candidate that the second word means: what exists as a file, or looks like a path to a bundle, is a file;
     * any other word is a version; no word is what was staged.
     */
    static Candidate of(Arguments arguments, Output output) {
        return of(arguments.find(1), arguments, output);
    }

    /**
     * The members of a group: names joined by commas, then as many files or versions joined so, or none for what was
     * staged of each.
     *
     * @throws CommandFailedException if there are not as many of the one as of the other, or one is empty
     */
    static List<GroupMember> members(Arguments arguments, Output output) {
        List<String> names = parts(arguments.word(0));
        Optional<List<String>> wanted = arguments.find(1).map(Wanted::parts);
        if (wanted.isPresent() && wanted.get().size() != names.size()) {
            throw new CommandFailedException(
                    names.size() + " resources are named, but " + wanted.get().size()
                            + " versions: name one for each, in the same order, for example `sender,receiver 1.1.0,1.1.0`");
        }
        List<GroupMember> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            members.add(new GroupMember(names.get(i), of(wanted.map(all -> all.get(number)), arguments, output)));
        }
        return members;
    }

    /** What is asked for: one resource, or several at one instant. */
    static SwapRequest request(Arguments arguments, Output output) {
        List<GroupMember> members = isGroup(arguments)
                ? members(arguments, output)
                : List.of(new GroupMember(arguments.word(0), of(arguments, output)));
        SwapRequest request = SwapRequest.of(members)
                .by(Operator.NAME, arguments.value(Usage.BECAUSE.flag()).orElse(""));
        SwapRequest planned =
                arguments.value(Usage.PLAN.flag()).map(request::asPlanned).orElse(request);
        return arguments.has(Usage.SUPERSEDE.flag()) ? planned.superseding() : planned;
    }

    /** Whether the first word names several resources. */
    static boolean isGroup(Arguments arguments) {
        return arguments.word(0).indexOf(',') >= 0;
    }

    private static List<String> parts(String text) {
        List<String> parts = List.of(text.split(",", -1));
        if (parts.contains("")) {
            throw new CommandFailedException("'" + text + "' has an empty place: join names or versions by one comma");
        }
        return parts;
    }

    private static Candidate of(Optional<String> word, Arguments arguments, Output output) {
        boolean again = arguments.has(Usage.AGAIN.flag());
        if (again && word.isPresent()) {
            throw new CommandFailedException(
                    "--again means the active version, but '" + word.get() + "' is named too: leave one of them out");
        }
        Candidate candidate =
                word.map(text -> of(text, output)).orElseGet(again ? Candidate::again : Candidate::staged);
        candidate = arguments.has(Usage.LOWER.flag()) ? candidate.allowingLower() : candidate;
        candidate = arguments.has(Usage.BAD.flag()) ? candidate.allowingBad() : candidate;
        return arguments.has(Usage.LOSS.flag()) ? candidate.allowingLoss() : candidate;
    }

    private static Candidate of(String text, Output output) {
        return looksLikeFile(text, output) ? Candidate.file(file(text, output)) : Candidate.version(text);
    }

    /**
     * The file that a path or a {@code file:} URL names.
     *
     * @throws CommandFailedException if it is no readable file
     */
    static Path file(String text, Output output) {
        Path path = path(text, output);
        if (!Files.exists(path)) {
            throw new CommandFailedException(path + ": no such file");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new CommandFailedException(path + ": not a file that can be read");
        }
        return path;
    }

    static boolean looksLikeFile(String text, Output output) {
        return text.indexOf('/') >= 0
                || text.endsWith(".jar")
                || Location.isUrl(text)
                || Files.isRegularFile(path(text, output));
    }

    private static Path path(String text, Output output) {
        try {
            return output.resolve(Location.path(text));
        } catch (InvalidPathException e) {
            throw new CommandFailedException("'" + text + "' is neither a version nor a path: " + e.getReason(), e);
        }
    }
}
