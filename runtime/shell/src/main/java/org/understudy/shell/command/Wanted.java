package org.understudy.shell.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.understudy.swap.Candidate;

/** Reads which version somebody means: a file, a version, or what is staged. */
final class Wanted {
    private Wanted() {}

    /**
     * The candidate that the second word means: what exists as a file, or looks like a path to a bundle, is a file;
     * any other word is a version; no word is what was staged.
     */
    static Candidate of(Arguments arguments, Output output) {
        Optional<String> word = arguments.find(1);
        Candidate candidate = word.map(text -> of(text, output)).orElseGet(Candidate::staged);
        return arguments.has(Usage.LOWER.flag()) ? candidate.allowingLower() : candidate;
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
