package org.understudy.newsroom.receiver;

import org.understudy.newsroom.Headline;

/** Format 1: {@code source | text}. */
public final class FormatOne {
    private FormatOne() {}

    /**
     * The headline of a body.
     *
     * @throws IllegalArgumentException with the reason, if it is damaged
     */
    public static Headline read(String body) {
        int bar = body.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("there is no bar between source and text");
        }
        return new Headline(
                body.substring(0, bar).strip(), body.substring(bar + 1).strip());
    }
}
