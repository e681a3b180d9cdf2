package org.understudy.swap;

import java.util.List;
import java.util.Objects;

/**
 * What the judge says of a version that came on stage, with every number that decided.
 *
 * @param outcome what it comes to
 * @param reason in a sentence
 * @param findings the comparisons that were made, those that decided first
 */
public record Verdict(Outcome outcome, String reason, List<Finding> findings) {
    public Verdict {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        findings = List.copyOf(findings);
    }

    /** What a verdict can come to. */
    public enum Outcome {
        /** It is as good as the version before. */
        PASS,
        /** It hurts. */
        FAIL,
        /** There were data, but they do not tell. */
        INCONCLUSIVE,
        /** There were not enough data to say anything. */
        NODATA
    }

    /**
     * One comparison of the new version with the one before.
     *
     * @param metric what was compared
     * @param test how
     * @param baseline the figure of the version before; NaN where there is none
     * @param candidate the figure of the new version; NaN where there is none
     * @param effect how far apart they are, in the test's measure
     * @param low lower end of the effect's interval
     * @param high upper end of it
     * @param evidence the p-value, or what the test has in its place
     * @param threshold what the evidence was held against
     * @param baselineSamples how many samples the baseline has
     * @param candidateSamples how many the new version has
     * @param outcome what this comparison says
     * @param remark the same in a sentence
     */
    public record Finding(
            String metric,
            String test,
            double baseline,
            double candidate,
            double effect,
            double low,
            double high,
            double evidence,
            double threshold,
            long baselineSamples,
            long candidateSamples,
            String outcome,
            String remark) {
        public Finding {
            Objects.requireNonNull(metric, "metric");
            Objects.requireNonNull(test, "test");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(remark, "remark");
        }
    }
}
