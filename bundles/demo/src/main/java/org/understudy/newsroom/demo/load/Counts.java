package org.understudy.newsroom.demo.load;

import java.util.concurrent.atomic.AtomicLongArray;
import org.understudy.newsroom.demo.check.Offering;
import org.understudy.newsroom.demo.check.Part;

/** How the calls to each part ended. Safe for use by many threads. */
public final class Counts {
    private static final int MARKS = Mark.values().length;

    private final AtomicLongArray counts = new AtomicLongArray(Part.values().length * MARKS);

    void add(Part part, Mark mark) {
        counts.incrementAndGet(index(part, mark));
    }

    /** How many calls to what offers this came to that. */
    public long count(Offering offering, Mark mark) {
        return Part.offering(offering)
                .mapToLong(part -> counts.get(index(part, mark)))
                .sum();
    }

    private static int index(Part part, Mark mark) {
        return part.ordinal() * MARKS + mark.ordinal();
    }
}
