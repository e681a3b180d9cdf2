package org.understudy.newsroom.receiver.version;

import org.understudy.newsroom.Headline;

/** Format 2: {@code 6:source,4:text,}, each part behind its length in characters. */
final class FormatTwo {
    private static final int LONGEST_NUMBER = 6;

    private final String body;
    private int place;

    private FormatTwo(String body) {
        this.body = body;
    }

    /**
     * The headline of a body.
     *
     * @throws IllegalArgumentException with the reason, if it is damaged
     */
    static Headline read(String body) {
        FormatTwo reader = new FormatTwo(body);
        Headline headline = new Headline(reader.part("source"), reader.part("text"));
        if (reader.place < body.length()) {
            throw new IllegalArgumentException("something stands behind the text");
        }
        return headline;
    }

    private String part(String name) {
        int colon = body.indexOf(':', place);
        if (colon < 0
                || colon - place > LONGEST_NUMBER
                || !body.substring(place, colon).matches("\\d+")) {
            throw new IllegalArgumentException("the length of the " + name + " is missing");
        }
        int end = colon + 1 + Integer.parseInt(body.substring(place, colon));
        if (end >= body.length() || body.charAt(end) != ',') {
            throw new IllegalArgumentException("the " + name + " does not end where its length says");
        }
        place = end + 1;
        return body.substring(colon + 1, end);
    }
}
