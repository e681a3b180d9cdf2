package org.understudy.resource;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A figure of the resource's own by which its versions are judged too: see {@link Resource#metrics()}. Its values come from
 * a {@link Metrics} service. A version is compared with the one before it, second by second; a change for the worse that is
 * larger than allowed takes it back, or keeps it from being confirmed by itself.
 */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Metric {
    /** Which change is one for the worse. */
    enum Direction {
        /** More is worse: errors, lengths of queues. */
        INCREASE,
        /** Less is worse: hits, orders. */
        DECREASE,
        /** Any change is worse: sizes, shares. */
        EITHER
    }

    /** Its key in {@link Metrics#read}: letters, digits, {@code .}, {@code _} and {@code -}. */
    String name();

    /** Which change of it is one for the worse. */
    Direction direction();

    /** Whether it takes a version back by itself; else the judge cannot tell, and the policy for that decides. */
    boolean critical() default false;

    /** Whether a version that reports no value of it cannot pass. */
    boolean mustHaveData() default false;

    /** Which change for the worse is tolerated, as a share of the value before: 0.1 for a tenth; above 0, at most 10. */
    double allowedEffect() default 0.1;
}
