package org.understudy.newsroom.live;

import org.understudy.newsroom.Headline;

/** How one version writes a line of the ticker. */
public interface Line {
    /** The media type of what it writes, with its character set. */
    String contentType();

    /** The line as it is sent, in UTF-8. */
    String write(String version, Headline headline);
}
