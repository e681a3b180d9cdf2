package org.understudy.newsroom.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.understudy.newsroom.Headline;

/** A list of headlines that is read in a circle. Immutable, so any number of threads may read it. */
public final class Wire {
    private final List<Headline> headlines;

    /** Takes these headlines, of which there must be one at least. */
    public Wire(List<Headline> headlines) {
        if (headlines.isEmpty()) {
            throw new IllegalArgumentException("a wire needs one headline at least");
        }
        this.headlines = List.copyOf(headlines);
    }

    /** The lines that every version of the feed brings. */
    public static Wire standard() {
        return new Wire(parse("wire.txt", read("wire.txt")));
    }

    /**
     * Reads lines of the form {@code source | text}; empty lines are skipped.
     *
     * @throws IllegalArgumentException naming file, line and reason
     */
    static List<Headline> parse(String file, String text) {
        List<Headline> headlines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            int bar = line.indexOf('|');
            if (bar > 0) {
                headlines.add(new Headline(
                        line.substring(0, bar).strip(), line.substring(bar + 1).strip()));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(
                        file + ", line " + number + ": expected `source | text` but found `" + line + "`");
            }
        }
        return headlines;
    }

    /**
     * At most {@code limit} headlines from this place of the circle on, each once.
     *
     * @param turn any number; it is taken round the circle
     * @param limit not negative
     */
    public List<Headline> from(long turn, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("the limit is not negative, but was " + limit);
        }
        int size = headlines.size();
        int start = (int) Math.floorMod(turn, (long) size);
        List<Headline> chosen = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, size); i++) {
            chosen.add(headlines.get((start + i) % size));
        }
        return chosen;
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Wire.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
