package org.understudy.swap.engine;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as OSGi orders them (core specification, chapter 3.2.5).
 *
 * @param major the first number
 * @param minor the second
 * @param micro the third
 * @param qualifier the rest, compared as text
 */
public record VersionNumber(int major, int minor, int micro, String qualifier) implements Comparable<VersionNumber> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([A-Za-z0-9_-]+))?)?)?");
    private static final Comparator<VersionNumber> ORDER = Comparator.comparingInt(VersionNumber::major)
            .thenComparingInt(VersionNumber::minor)
            .thenComparingInt(VersionNumber::micro)
            .thenComparing(VersionNumber::qualifier);

    /**
     * Reads a version.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static VersionNumber parse(String text) {
        Matcher match = FORM.matcher(text.trim());
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version: expected MAJOR.MINOR.MICRO.QUALIFIER");
        }
        return new VersionNumber(
                number(match.group(1)),
                number(match.group(2)),
                number(match.group(3)),
                match.group(4) == null ? "" : match.group(4));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(VersionNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro + (qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
