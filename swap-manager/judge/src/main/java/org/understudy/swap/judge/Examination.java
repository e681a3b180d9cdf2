package org.understudy.swap.judge;

import java.util.List;

/** One aspect of a trial. Once it has failed it stays failed. Not thread-safe. */
interface Examination {
    /** Takes notice of a span of the version on trial; in the order of time. */
    void observe(Span span);

    /** Whether it has failed; quick, for it is asked after each span. */
    boolean failed();

    /** What can be said now: {@link Outcome#FAIL} or {@link Outcome#OPEN}. */
    List<Finding> interim();

    /** What is to be said at the end: never {@link Outcome#OPEN}. */
    List<Finding> conclusion();
}
