package org.understudy.newsroom.demo.load;

import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;

/**
 * What one call came to.
 *
 * @param mark the mark
 * @param reason the reason, where it is not good
 */
record Judgement(Mark mark, String reason) {
    static final Judgement GOOD = new Judgement(Mark.GOOD, "");

    static Judgement failed(String reason) {
        return new Judgement(Mark.FAILED, reason);
    }

    static Judgement stale(String reason) {
        return new Judgement(Mark.STALE, reason);
    }

    /** Judges the version that has just answered a call which began in the given epoch. */
    static Judgement of(Part part, String version, Timeline.Epoch begun, Checks checks) {
        String pair = part.resource() + "=" + version;
        return switch (checks.timelines().of(part).judge(begun, version)) {
            case GOOD -> GOOD;
            case STALE -> stale("a stale answer of " + pair);
            case UNKNOWN -> failed("answered by " + pair + ", which was never on stage");
        };
    }

    /** Whether something is wrong that no version does on purpose. */
    boolean bad() {
        return mark == Mark.FAILED || mark == Mark.STALE;
    }

    /** The worse of the two. */
    Judgement or(Judgement other) {
        return rank(other.mark) > rank(mark) ? other : this;
    }

    private static int rank(Mark mark) {
        return switch (mark) {
            case GOOD -> 0;
            case FAULT -> 1;
            case STALE -> 2;
            case FAILED -> 3;
        };
    }
}
