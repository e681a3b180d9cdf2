package org.understudy.swap;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A swap or rollback as the journal tells it.
 *
 * @param number its number, growing with time
 * @param at when it began, by the clock of the host; the order of swaps is that of their numbers
 * @param back whether it took versions back
 * @param by who asked; empty where nobody said
 * @param cause why; empty where nobody said
 * @param members what was exchanged
 * @param end what came of it
 * @param decisions what was decided about it afterwards, in order
 */
public record SwapRecord(
        long number,
        Instant at,
        boolean back,
        String by,
        String cause,
        List<Member> members,
        End end,
        List<Decision> decisions) {
    public SwapRecord {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(cause, "cause");
        members = List.copyOf(members);
        Objects.requireNonNull(end, "end");
        decisions = List.copyOf(decisions);
    }

    /** What can come of a swap. */
    public enum End {
        /** It is under way. */
        RUNNING,
        /** Nothing was flipped. */
        REFUSED,
        /** The process ended before it did. */
        CUT_OFF,
        /** Its versions are on stage and have still to stand. */
        PROVISIONAL,
        /** Its versions have stood, or had nothing to prove. */
        COMMITTED,
        /** Its versions were taken back before they had stood. */
        TAKEN_BACK
    }

    /**
     * One resource of it.
     *
     * @param resource the resource
     * @param from the version that was on stage
     * @param to the version that was asked for
     * @param outcome the outcome of {@link SwapResult}; empty where it had none
     * @param reason the reason of {@link SwapResult}
     * @param timing the figures
     */
    public record Member(
            String resource,
            Optional<String> from,
            Optional<String> to,
            String outcome,
            String reason,
            Timing timing) {}

    /**
     * Something that was decided about it.
     *
     * @param at when
     * @param what in a word: {@code flipped}, {@code committed}, {@code paused}, {@code resumed}, {@code judged},
     *     {@code takenBack}
     * @param by who decided
     * @param reason why
     * @param verdict the judge's figures, where it was the judge
     */
    public record Decision(Instant at, String what, String by, String reason, Optional<Verdict> verdict) {}
}
