package org.understudy.newsroom.store;

import org.understudy.resource.StateFormat;

/** How entries are written down in one format, each as one line of text. */
public interface Script {
    /** The format. */
    StateFormat format();

    /** The entry as a line, without its end. */
    String line(Entry entry);

    /**
     * The entry that a line stands for.
     *
     * @throws IllegalArgumentException if it is none
     */
    Entry entry(String line);
}
