package org.understudy.newsroom.store;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The head of a manuscript: {@code key: value} lines between two lines of {@code ---}, and the text below it.
 *
 * @param file the manuscript's file name, for messages
 * @param fields the head's values by key, in the order of the file
 * @param text what stands below the head
 */
record FrontMatter(String file, Map<String, String> fields, String text) {
    private static final String FENCE = "---";

    /**
     * Reads a manuscript.
     *
     * @throws IllegalArgumentException naming file, line and reason
     */
    static FrontMatter parse(String file, String manuscript) {
        List<String> lines = manuscript.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(FENCE)) {
            throw malformed(file, 1, "a manuscript begins with a line of ---");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int at = 1; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.equals(FENCE)) {
                String text = String.join("\n", lines.subList(at + 1, lines.size()));
                return new FrontMatter(file, fields, text.strip() + "\n");
            }
            if (!line.isEmpty()) {
                readField(file, at + 1, line, fields);
            }
        }
        throw malformed(file, lines.size(), "the head has no closing line of ---");
    }

    private static void readField(String file, int number, String line, Map<String, String> fields) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw malformed(file, number, "expected `key: value` but found `" + line + "`");
        }
        String key = line.substring(0, colon).strip();
        if (fields.putIfAbsent(key, line.substring(colon + 1).strip()) != null) {
            throw malformed(file, number, "`" + key + "` is given twice");
        }
    }

    /** The value of a key that must be there. */
    String need(String key) {
        String value = fields.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(file + ": the head lacks `" + key + ": …`");
        }
        return value;
    }

    /** The date of a key that must be there, as {@code 2026-11-24}. */
    LocalDate needDate(String key) {
        String value = need(key);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    file + ": `" + key + ": " + value + "` is no date of the form 2026-11-24", e);
        }
    }

    /** The comma-separated values of a key; empty where the key is missing. */
    List<String> list(String key) {
        return List.of(fields.getOrDefault(key, "").split(",")).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static IllegalArgumentException malformed(String file, int line, String reason) {
        return new IllegalArgumentException(file + ", line " + line + ": " + reason);
    }
}
