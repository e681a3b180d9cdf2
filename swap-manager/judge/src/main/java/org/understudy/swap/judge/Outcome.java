package org.understudy.swap.judge;

/** What a trial came to. */
public enum Outcome {
    /** Undecided; the bake goes on. */
    OPEN,
    /** No worse than the one before, as far as the allowed effects. */
    PASS,
    /** Worse, and more so than chance and the allowed effect explain. */
    FAIL,
    /** There is something to judge, but it does not suffice. */
    INCONCLUSIVE,
    /** There is nothing to judge: no calls, or not enough of them. */
    NODATA
}
