package org.understudy.newsroom.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The fields of a line, which tabs separate. Tabs, ends of lines and backslashes inside a field are escaped.
 *
 * @param values the fields; the first says what the line is
 */
public record Fields(List<String> values) {
    public Fields {
        values = List.copyOf(values);
    }

    /** The fields of a line. */
    public static Fields of(String line) {
        return new Fields(
                Arrays.stream(line.split("\t", -1)).map(Fields::unescaped).toList());
    }

    /** The line of these fields. */
    public static String joined(Object... values) {
        return Arrays.stream(values).map(String::valueOf).map(Fields::escaped).collect(Collectors.joining("\t"));
    }

    /** What the line is. */
    public String kind() {
        return values.get(0);
    }

    /**
     * One field of a line that has to have so many.
     *
     * @throws IllegalArgumentException if it has more or fewer
     */
    public String text(int index, int count) {
        if (values.size() != count) {
            throw new IllegalArgumentException(
                    "a '" + kind() + "' has " + count + " fields, but here are " + values.size());
        }
        return values.get(index);
    }

    /**
     * The same as a number.
     *
     * @throws IllegalArgumentException also if it is none
     */
    public long number(int index, int count) {
        return Long.parseLong(text(index, count));
    }

    /** That nobody knows such a line. */
    public IllegalArgumentException unknown() {
        return new IllegalArgumentException("'" + kind() + "' is nothing that a guestbook has");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign != '\\' || at + 1 == text.length()) {
                plain.append(sign);
                continue;
            }
            at++;
            plain.append(
                    switch (text.charAt(at)) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> text.charAt(at);
                    });
        }
        return plain.toString();
    }
}
