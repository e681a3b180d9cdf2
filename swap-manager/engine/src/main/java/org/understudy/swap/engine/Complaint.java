package org.understudy.swap.engine;

import java.util.Optional;
import org.understudy.doctor.Ailment;

/**
 * An ailment, and what to do about it where something can be done.
 *
 * @param ailment what was found
 * @param cure what a treatment does
 */
record Complaint(Ailment ailment, Optional<Cure> cure) {
    /** Puts something right. What it was found from may have changed since: it looks again before it changes anything. */
    interface Cure {
        /**
         * Does it.
         *
         * @return what was done, for people
         * @throws Refusal if it could not be done
         */
        String apply() throws Refusal;
    }

    /**
     * A complaint to which only the way out is missing.
     *
     * @param area where
     * @param severity how bad
     * @param what what it is
     * @param why what comes of it
     */
    record Found(Ailment.Area area, Ailment.Severity severity, String what, String why) {
        /** Something that only a person can put right, or nobody. */
        Complaint byHand(String how) {
            return new Complaint(new Ailment(area, severity, what, why, how, false), Optional.empty());
        }

        /** Something that a treatment puts right. */
        Complaint curedBy(String how, Cure cure) {
            return new Complaint(new Ailment(area, severity, what, why, how, true), Optional.of(cure));
        }
    }

    static Found error(Ailment.Area area, String what, String why) {
        return new Found(area, Ailment.Severity.ERROR, what, why);
    }

    static Found warning(Ailment.Area area, String what, String why) {
        return new Found(area, Ailment.Severity.WARNING, what, why);
    }

    /** Something to be known; nothing has to be done about it. */
    static Complaint note(Ailment.Area area, String what, String why) {
        return new Found(area, Ailment.Severity.NOTE, what, why).byHand("");
    }
}
