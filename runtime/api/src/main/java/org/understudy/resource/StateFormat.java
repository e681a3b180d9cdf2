package org.understudy.resource;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form in which a resource's state passes from one version to another. Whoever knows the format can read it, whatever
 * classes wrote it.
 *
 * @param name what is written so, for example {@code guestbook}: lower-case letters, digits and {@code -}, a letter first
 * @param version which edition of the format; a higher one is newer; at least 1
 */
public record StateFormat(String name, int version) {
    private static final Pattern TEXT = Pattern.compile("([a-z][a-z0-9-]{0,63})/([1-9][0-9]{0,8})");

    public StateFormat {
        if (!TEXT.matcher(name + "/" + version).matches()) {
            throw malformed(name + "/" + version);
        }
    }

    /**
     * Reads one as it stands in a service property, for example {@code guestbook/2}.
     *
     * @throws IllegalArgumentException if it is none; names it and says what is expected
     */
    public static StateFormat parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw malformed(text);
        }
        return new StateFormat(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("'" + text
                + "' is no state format: expected a name of lower-case letters, digits and '-', a slash and a number from"
                + " 1 on, as in guestbook/2");
    }

    /** As it stands in a service property. */
    @Override
    public String toString() {
        return name + "/" + version;
    }
}
