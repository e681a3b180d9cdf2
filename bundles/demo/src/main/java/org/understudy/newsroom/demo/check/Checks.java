package org.understudy.newsroom.demo.check;

/**
 * Everything an answer is checked against.
 *
 * @param timelines which version may answer when
 * @param answers what each version has to say
 * @param windows when swaps are going on
 * @param failures what went wrong, in words
 */
public record Checks(Timelines timelines, KnownAnswers answers, Windows windows, Failures failures) {
    /** Fresh ones; times in words are told from now on. */
    public static Checks begin() {
        return new Checks(new Timelines(), new KnownAnswers(), new Windows(), new Failures(System.nanoTime()));
    }
}
