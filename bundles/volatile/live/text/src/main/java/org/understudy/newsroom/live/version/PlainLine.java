package org.understudy.newsroom.live.version;

import org.understudy.newsroom.Headline;
import org.understudy.newsroom.live.Line;

/** A line in plain words. */
final class PlainLine implements Line {
    @Override
    public String contentType() {
        return "text/plain;charset=utf-8";
    }

    @Override
    public String write(String version, Headline headline) {
        return headline.source() + ": " + headline.text() + "\n";
    }
}
