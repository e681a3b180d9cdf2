package org.understudy.shell.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Where a bundle may come from: a plain path or a {@code file:} URL, for as long as nothing else is verified. */
final class Location {
    // Two letters at least: a single one is a drive.
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private Location() {}

    static boolean isUrl(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * The path that a plain path or a {@code file:} URL names.
     *
     * @throws CommandFailedException for any other URL
     */
    static String path(String text) {
        if (!isUrl(text)) {
            return text;
        }
        if (!text.regionMatches(true, 0, "file:", 0, 5)) {
            throw new CommandFailedException(
                    text + ": only files until verified delivery exists; fetch it yourself and name the file");
        }
        try {
            String path = new URI(text).getPath();
            // "file:x.jar" is relative: an opaque URI, without a path of its own.
            return path != null ? path : text.substring("file:".length());
        } catch (URISyntaxException e) {
            throw new CommandFailedException("'" + text + "' is no URL: " + e.getReason(), e);
        }
    }
}
