package org.understudy.swap.judge;

/** Which change of a metric is a change for the worse. */
public enum Direction {
    /** More is worse: errors, queue lengths. */
    INCREASE,
    /** Less is worse: hits, orders. */
    DECREASE,
    /** Any change is worse: sizes, shares. */
    EITHER
}
