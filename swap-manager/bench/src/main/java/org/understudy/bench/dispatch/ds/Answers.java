package org.understudy.bench.dispatch.ds;

/** The service that is measured. */
public interface Answers {
    /** Hardly anything, so that what is measured is the way to it. */
    long answer(long question);
}
