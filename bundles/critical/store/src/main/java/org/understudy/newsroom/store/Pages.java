package org.understudy.newsroom.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.understudy.newsroom.Comment;

/** What stands in a guestbook, in memory: a page for each article. One thread writes, any number may read. */
final class Pages {
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private volatile long last;

    /** The comments on one article by their numbers, and how often it was read. */
    private static final class Page {
        private final NavigableMap<Long, Comment> comments = new ConcurrentSkipListMap<>();
        private int count;
        private volatile long readings;
    }

    /** Takes what is read back from a guestbook. */
    interface Reader<X extends Exception> {
        void take(Entry entry) throws X;
    }

    /** Takes an entry down. One that is there already changes nothing. */
    void add(Entry entry) {
        Page page = pages.computeIfAbsent(entry.slug(), slug -> new Page());
        if (entry instanceof Entry.Written written) {
            long number = written.comment().number();
            if (page.comments.put(number, written.comment()) == null) {
                page.count++;
            }
            last = Math.max(last, number);
        } else {
            page.readings = Math.max(page.readings, ((Entry.Read) entry).times());
        }
    }

    /** The latest comments on an article, at most so many, in the order of their numbers. */
    List<Comment> comments(String slug, int most) {
        Page page = pages.get(slug);
        if (page == null) {
            return List.of();
        }
        Deque<Comment> latest = new ArrayDeque<>();
        for (Comment comment : page.comments.descendingMap().values()) {
            if (latest.size() >= most) {
                break;
            }
            latest.addFirst(comment);
        }
        return List.copyOf(latest);
    }

    /** How many comments an article has. */
    int count(String slug) {
        Page page = pages.get(slug);
        return page == null ? 0 : page.count;
    }

    long readings(String slug) {
        Page page = pages.get(slug);
        return page == null ? 0 : page.readings;
    }

    /** The number of the next comment. */
    long next() {
        return last + 1;
    }

    /** Gives all entries that make it up, one after the other: each comment, and one number of readings an article. */
    <X extends Exception> void forEach(Reader<X> reader) throws X {
        for (Map.Entry<String, Page> page : pages.entrySet()) {
            for (Comment comment : page.getValue().comments.values()) {
                reader.take(new Entry.Written(page.getKey(), comment));
            }
            if (page.getValue().readings > 0) {
                reader.take(new Entry.Read(page.getKey(), page.getValue().readings));
            }
        }
    }
}
