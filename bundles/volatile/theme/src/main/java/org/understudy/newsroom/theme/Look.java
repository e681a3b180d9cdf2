package org.understudy.newsroom.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What one version of the theme decides; the rest is the same in all.
 *
 * @param css the style sheet, set into the document
 * @param motto the line beside the name
 * @param wireTitle the heading over the feed
 * @param icon one character, shown in the browser's tab
 */
public record Look(String css, String motto, String wireTitle, String icon) {
    /** Reads a style sheet that lies beside this class. */
    public static String styleSheet(Class<?> owner, String name) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the style sheet " + name, e);
        }
    }
}
