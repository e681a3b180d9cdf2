package org.understudy.newsroom.receiver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message, of which only the format is known yet.
 *
 * @param format the number of its format
 * @param body what stands behind the format
 */
public record Message(int format, String body) {
    private static final Pattern SHAPE = Pattern.compile("NEWS/(\\d{1,4}) (.*)", Pattern.DOTALL);

    /**
     * Takes a message apart.
     *
     * @throws IllegalArgumentException with the reason, if it is no message
     */
    public static Message of(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("it does not begin with `NEWS/` and the number of a format");
        }
        return new Message(Integer.parseInt(shape.group(1)), shape.group(2));
    }
}
