package org.understudy.newsroom.demo.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.holder.Kind;

/** What one caller counted. One thread at a time writes; the counts may be read meanwhile, the latencies afterwards. */
public final class Tally {
    private static final int PARTS = Part.values().length;
    private static final int MARKS = Mark.values().length;

    private final AtomicLongArray counts = new AtomicLongArray(Kind.values().length * PARTS * MARKS);
    private final AtomicLong inWindows = new AtomicLong();
    private final Histogram quiet = Latencies.empty();
    private final Histogram swapping = Latencies.empty();

    void add(Kind kind, Part part, Mark mark, long latencyNanos, boolean inWindow) {
        int index = index(kind, part, mark);
        counts.setRelease(index, counts.getPlain(index) + 1);
        if (inWindow) {
            inWindows.setRelease(inWindows.getPlain() + 1);
        }
        Latencies.record(inWindow ? swapping : quiet, latencyNanos);
    }

    /** How many calls of this kind came to this. */
    public long count(Kind kind, Mark mark) {
        long sum = 0;
        for (Part part : Part.values()) {
            sum += counts.getAcquire(index(kind, part, mark));
        }
        return sum;
    }

    /** How many calls to this part came to this. */
    public long count(Part part, Mark mark) {
        long sum = 0;
        for (Kind kind : Kind.values()) {
            sum += counts.getAcquire(index(kind, part, mark));
        }
        return sum;
    }

    /** How many calls began in the window of a swap. */
    public long inWindows() {
        return inWindows.getAcquire();
    }

    Histogram quiet() {
        return quiet;
    }

    Histogram swapping() {
        return swapping;
    }

    private static int index(Kind kind, Part part, Mark mark) {
        return (kind.ordinal() * PARTS + part.ordinal()) * MARKS + mark.ordinal();
    }
}
