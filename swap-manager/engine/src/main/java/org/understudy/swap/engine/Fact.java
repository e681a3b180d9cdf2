package org.understudy.swap.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Timing;
import org.understudy.swap.Verdict;

/** Something that the journal says happened, or is about to. The order of the journal is the order of the facts. */
sealed interface Fact {
    /**
     * The runtime starts; what it found is settled.
     *
     * @param pid of the process
     * @param notes what was found, decided and repaired, for people
     */
    record Booted(long pid, List<String> notes) implements Fact {
        public Booted {
            notes = List.copyOf(notes);
        }
    }

    /** The runtime ends in good order. */
    record Stopped() implements Fact {}

    /** All that has to be known of what the journal said before. */
    record Checkpoint(long swaps) implements Fact {}

    /**
     * A version was put into the free slot.
     *
     * @param resource the resource
     * @param version the version
     * @param digest its artifact
     */
    record Staged(String resource, String version, String digest) implements Fact {}

    /**
     * A swap or rollback begins: nothing has changed yet.
     *
     * @param swap its number
     * @param back whether versions are taken back by it
     * @param by who asked
     * @param cause why; empty where nobody said
     * @param members what is meant to come
     */
    record Begun(long swap, boolean back, String by, String cause, List<Member> members) implements Fact {
        public Begun {
            members = List.copyOf(members);
        }

        /**
         * One resource of it.
         *
         * @param resource the resource
         * @param from the version on stage; {@code null} for none, as in all of these
         * @param to the version that is to come
         * @param digest its artifact
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Member(String resource, String from, String to, String digest) {}
    }

    /**
     * From the moment this is on disk the pointers are about to lead to the new versions.
     *
     * @param swap the number of the swap
     */
    record Flipped(long swap) implements Fact {}

    /**
     * The pointers were not written after all.
     *
     * @param swap the number of the swap
     */
    record Undone(long swap) implements Fact {}

    /**
     * A swap or rollback has ended.
     *
     * @param swap its number
     * @param results how, for each of its members
     */
    record Ended(long swap, List<Result> results) implements Fact {
        public Ended {
            results = List.copyOf(results);
        }

        /** {@link SwapResult} as it is written. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Result(String resource, String outcome, String from, String to, String reason, Timing timing) {
            static Result of(SwapResult result) {
                return new Result(
                        result.resource(),
                        result.outcome(),
                        result.from().orElse(null),
                        result.to().orElse(null),
                        result.reason(),
                        result.timing());
            }
        }
    }

    /**
     * A verdict on a version that is provisional.
     *
     * @param swap the number of the swap that brought it
     * @param resource the resource
     * @param verdict what was found, with the figures
     */
    record Judged(long swap, String resource, Verdict verdict) implements Fact {}

    /**
     * The versions of a swap have stood.
     *
     * @param swap the number of the swap
     * @param by who says so
     * @param reason why
     */
    record Committed(long swap, String by, String reason) implements Fact {}

    /**
     * The time of a provisional version is stopped, or goes on.
     *
     * @param swap the number of the swap that brought it
     * @param paused whether it is stopped
     * @param by who says so
     * @param reason why
     */
    record Paused(long swap, boolean paused, String by, String reason) implements Fact {}

    /**
     * The rollback window of a swap has closed: its versions can no longer be taken back.
     *
     * @param resource the resource
     */
    record WindowClosed(String resource) implements Fact {}

    /**
     * Something was done to a slot or front behind the swap-manager's back, and what it did about it.
     *
     * @param resource the resource
     * @param what what was noticed and done
     */
    record Repaired(String resource, String what) implements Fact {}

    /**
     * Somebody had put right what was not as it should be.
     *
     * @param by who asked
     * @param what what was done
     */
    record Treated(String by, List<String> what) implements Fact {
        public Treated {
            what = List.copyOf(what);
        }
    }

    /**
     * A file of the journal is damaged, and somebody knows: what it has lost is lost.
     *
     * @param file its name
     * @param sha256 of what it holds now; empty where it is gone
     * @param damage what is wrong with it, for people
     */
    record Mourned(String file, String sha256, List<String> damage) implements Fact {
        public Mourned {
            damage = List.copyOf(damage);
        }
    }
}
