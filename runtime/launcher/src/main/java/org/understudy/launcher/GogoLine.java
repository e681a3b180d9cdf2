package org.understudy.launcher;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes words as a line of Gogo that reads them back as they are. */
final class GogoLine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,@%+=-]+");

    private GogoLine() {}

    /** Every word quoted where it needs to be: nothing in it is syntax. */
    static String of(List<String> words) {
        return words.stream().map(GogoLine::quote).collect(Collectors.joining(" "));
    }

    /**
     * What a user typed after {@code attach}: one word is a line as it stands; of several, those with blanks in them are
     * quoted, so that pipes and the like can still be passed.
     */
    static String typed(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return words.stream()
                .map(word -> word.isEmpty() || word.chars().anyMatch(Character::isWhitespace) ? quote(word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String quote(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        if (word.indexOf('\'') < 0) {
            return "'" + word + "'";
        }
        return '"' + word.replaceAll("([\"\\\\$])", "\\\\$1") + '"';
    }
}
