package org.understudy.swap.engine;

/** What is done about a version of which the judge cannot say, when its bake time is over, that it is as good. */
public enum Undecided {
    /** It is committed. */
    COMMIT,
    /** Its time is stopped: somebody decides. */
    PAUSE,
    /** It is taken back. */
    ROLL_BACK
}
