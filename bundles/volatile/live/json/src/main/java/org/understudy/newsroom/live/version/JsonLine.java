package org.understudy.newsroom.live.version;

import org.understudy.newsroom.Headline;
import org.understudy.newsroom.live.Line;

/** A line as a JSON object, for programs that listen. */
public final class JsonLine implements Line {
    @Override
    public String contentType() {
        return "application/json;charset=utf-8";
    }

    @Override
    public String write(String version, Headline headline) {
        return "{\"version\":" + quoted(version) + ",\"source\":" + quoted(headline.source()) + ",\"text\":"
                + quoted(headline.text()) + "}\n";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                json.append('\\').append((char) character);
            } else if (character < ' ') {
                json.append(String.format("\\u%04x", character));
            } else {
                json.append((char) character);
            }
        });
        return json.append('"').toString();
    }
}
