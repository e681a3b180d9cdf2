package org.understudy.swap.judge;

import java.util.Objects;

/**
 * What one test said: every number that decided, so that a person can follow it. What a test does not have is NaN.
 *
 * @param metric what was judged, with its unit: {@code latency (us)}
 * @param test the test's name
 * @param baseline the value under the version before
 * @param candidate the value under the version on trial
 * @param effect the change: a ratio or a difference, as the test says
 * @param low the lower end of the 95 % interval of the effect
 * @param high its upper end
 * @param p the chance of such a result, or a worse one, if nothing has changed; valid at whatever time one looks
 * @param threshold at or below which {@code p} decides
 * @param baselineSamples on how many observations the baseline rests
 * @param candidateSamples on how many the candidate
 * @param outcome what it comes to
 * @param remark one sentence: what was found, or why nothing could be
 */
public record Finding(
        String metric,
        String test,
        double baseline,
        double candidate,
        double effect,
        double low,
        double high,
        double p,
        double threshold,
        long baselineSamples,
        long candidateSamples,
        Outcome outcome,
        String remark) {

    /** Refuses a finding of nothing. */
    public Finding {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(remark, "remark");
    }

    /** A finding without numbers: why there are none. */
    static Finding without(String metric, String test, long baseline, long candidate, Outcome outcome, String remark) {
        double none = Double.NaN;
        return new Finding(
                metric, test, none, none, none, none, none, none, none, baseline, candidate, outcome, remark);
    }

    /** The same with a final outcome where it is still open. */
    Finding decided(Outcome decision) {
        if (outcome != Outcome.OPEN) {
            return this;
        }
        return new Finding(
                metric,
                test,
                baseline,
                candidate,
                effect,
                low,
                high,
                p,
                threshold,
                baselineSamples,
                candidateSamples,
                decision,
                remark);
    }
}
