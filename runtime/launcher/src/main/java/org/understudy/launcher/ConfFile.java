package org.understudy.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads configuration files strictly: what is not understood is refused by file, line and reason. */
final class ConfFile {
    private ConfFile() {}

    /** A line that is neither blank nor a comment. */
    record Line(int number, String text) {}

    /**
     * {@code key = value} lines, {@code #} comments. Values are taken as they stand, without escapes or continuation.
     *
     * @param prefix what every key must begin with
     */
    static Map<String, String> entries(Path file, String prefix) throws LaunchException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Line line : lines(file)) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw refused(file, line.number(), "no '=' in '" + line.text() + "'; write 'key = value'");
            }
            String key = line.text().substring(0, equals).strip();
            if (!key.startsWith(prefix) || key.length() == prefix.length()) {
                throw refused(file, line.number(), "the key '" + key + "' does not begin with '" + prefix + "'");
            }
            if (entries.put(key, line.text().substring(equals + 1).strip()) != null) {
                throw refused(file, line.number(), "the key '" + key + "' stands here for the second time");
            }
        }
        return entries;
    }

    /** Refuses a file that Config Admin's reader would take for something else than its author meant. */
    static void checkPid(Path file) throws LaunchException {
        boolean continued = false;
        for (Line line : lines(file)) {
            checkEscapes(file, line);
            if (!continued && line.text().indexOf('=') < 0 && line.text().indexOf(':') < 0) {
                throw refused(file, line.number(), "no '=' in '" + line.text() + "'; write 'key = value'");
            }
            if (!continued && line.text().matches("[=:].*")) {
                throw refused(file, line.number(), "no key before '='");
            }
            continued = endsInContinuation(line.text());
        }
    }

    static List<Line> lines(Path file) throws LaunchException {
        List<Line> lines = new ArrayList<>();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw LaunchException.failed(
                    file + ": cannot be read: " + Reason.of(e) + "; make it readable, or remove it", e);
        }
        int number = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            number++;
            String text = decode(file, number, bytes, start, end).strip();
            if (!text.isEmpty() && text.charAt(0) != '#' && text.charAt(0) != '!') {
                lines.add(new Line(number, text));
            }
            start = end + 1;
        }
        return lines;
    }

    static LaunchException refused(Path file, int line, String reason) {
        return LaunchException.failed(file + ", line " + line + ": " + reason);
    }

    private static String decode(Path file, int number, byte[] bytes, int start, int end) throws LaunchException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
            throw refused(file, number, "not a text file: it contains a zero byte");
        } catch (CharacterCodingException e) {
            throw refused(file, number, "not UTF-8; save the file as UTF-8");
        }
    }

    private static void checkEscapes(Path file, Line line) throws LaunchException {
        String text = line.text();
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
            if (text.startsWith("u", at + 1)
                    && !text.substring(at + 2, Math.min(at + 6, text.length())).matches("[0-9a-fA-F]{4}")) {
                throw refused(file, line.number(), "a \\u that four hexadecimal digits do not follow");
            }
        }
    }

    private static boolean endsInContinuation(String text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
