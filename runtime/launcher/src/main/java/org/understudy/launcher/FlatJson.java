package org.understudy.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One JSON object of strings, whole numbers and booleans on one line: all that the launcher reads and writes. */
final class FlatJson {
    private static final Pattern MEMBER = Pattern.compile(
            "\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+|true|false)\\s*(,|$)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    private FlatJson() {}

    static String write(Map<String, ?> members) {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> {
            json.append(json.length() > 1 ? "," : "").append(quote(name)).append(':');
            json.append(value instanceof Number || value instanceof Boolean ? value.toString() : quote("" + value));
        });
        return json.append('}').toString();
    }

    /** Members by name, values as text. */
    static Map<String, String> read(String json) {
        String text = json.strip();
        if (text.length() < 2 || text.charAt(0) != '{' || text.charAt(text.length() - 1) != '}') {
            throw new IllegalArgumentException("no JSON object");
        }
        String inside = text.substring(1, text.length() - 1).strip();
        Map<String, String> members = new LinkedHashMap<>();
        Matcher member = MEMBER.matcher(inside);
        int at = 0;
        while (at < inside.length()) {
            if (!member.find(at) || member.start() != at) {
                throw new IllegalArgumentException("unreadable at character " + at + " of " + inside);
            }
            String value = member.group(2);
            members.put(
                    unescape(member.group(1)),
                    value.startsWith("\"") ? unescape(value.substring(1, value.length() - 1)) : value);
            at = member.end();
        }
        return members;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            String escape = match.group(1);
            String plain = escape.length() > 1
                    ? String.valueOf((char) Integer.parseInt(escape.substring(1), 16))
                    : switch (escape) {
                        case "n" -> "\n";
                        case "t" -> "\t";
                        case "r" -> "\r";
                        case "b" -> "\b";
                        case "f" -> "\f";
                        default -> escape;
                    };
            return Matcher.quoteReplacement(plain);
        });
    }
}
