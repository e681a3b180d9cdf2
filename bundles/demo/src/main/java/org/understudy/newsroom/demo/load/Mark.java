package org.understudy.newsroom.demo.load;

/** What became of a call or request. */
public enum Mark {
    /** Answered, and rightly. */
    GOOD,
    /** Began after a swap had returned, and was answered by the version swapped out. */
    STALE,
    /** An exception, a time-out, a wrong answer, or nobody to ask. */
    FAILED,
    /** Failed because a version that is faulty on purpose failed it. */
    FAULT
}
