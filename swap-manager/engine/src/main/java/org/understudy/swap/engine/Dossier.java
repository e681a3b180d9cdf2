package org.understudy.swap.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.understudy.swap.Verdict;
import org.understudy.swap.judge.Baseline;
import org.understudy.swap.judge.Criteria;
import org.understudy.swap.judge.Finding;
import org.understudy.swap.judge.Outcome;
import org.understudy.swap.judge.Trial;

/** What the judge knows of one resource: what its good version was like, and how the one on trial is. Not thread-safe. */
final class Dossier {
    /** A single call may be this much longer than any of the version before. */
    private static final int MUCH_LONGER = 4;

    private static final Map<Outcome, Verdict.Outcome> OUTCOMES = Map.of(
            Outcome.PASS, Verdict.Outcome.PASS,
            Outcome.FAIL, Verdict.Outcome.FAIL,
            Outcome.INCONCLUSIVE, Verdict.Outcome.INCONCLUSIVE,
            Outcome.NODATA, Verdict.Outcome.NODATA,
            Outcome.OPEN, Verdict.Outcome.INCONCLUSIVE);

    private final Baseline baseline = new Baseline();
    private Optional<Trial> trial = Optional.empty();
    private Optional<Verdict> symptom = Optional.empty();
    private long longestInside;

    /** A new version is on stage from now on. */
    void begin(Criteria criteria) {
        trial = Optional.of(new Trial(criteria, baseline));
        symptom = Optional.empty();
    }

    /** What was observed of the version on stage. */
    void observe(org.understudy.swap.judge.Span span) {
        if (trial.isPresent()) {
            trial.get().observe(span);
        } else {
            baseline.add(span);
        }
    }

    /** How long the oldest call has been inside the version on stage, and for how long that is no hang in any version. */
    void inside(long oldestNanos, long hangNanos) {
        if (trial.isEmpty()) {
            longestInside = Math.max(longestInside, oldestNanos);
        } else if (oldestNanos > Math.max(hangNanos, MUCH_LONGER * longestInside)) {
            suspect(
                    "calls inside",
                    "a call has been inside for " + oldestNanos / 1_000_000
                            + " ms, in the version before none was for more than " + longestInside / 1_000_000 + " ms",
                    longestInside / 1e6,
                    oldestNanos / 1e6);
        }
    }

    /** Something came to light that needs no statistics. */
    void suspect(String metric, String reason, double before, double now) {
        if (trial.isPresent() && symptom.isEmpty()) {
            symptom = Optional.of(new Verdict(
                    Verdict.Outcome.FAIL,
                    metric + ": " + reason,
                    List.of(new Verdict.Finding(
                            metric,
                            "symptom",
                            before,
                            now,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            0,
                            1,
                            "fail",
                            reason))));
        }
    }

    boolean onTrial() {
        return trial.isPresent();
    }

    /** The verdict, if it is a failure already. */
    Optional<Verdict> failure() {
        return symptom.or(
                () -> trial.filter(now -> now.outcome() == Outcome.FAIL).map(now -> verdict(now.verdict())));
    }

    /** The verdict now that the time is over. */
    Verdict conclude() {
        return symptom.orElseGet(() -> trial.map(now -> verdict(now.conclude()))
                .orElse(new Verdict(Verdict.Outcome.NODATA, "it was not watched", List.of())));
    }

    /** The version on trial has stood: the next one is compared with it. */
    void adopt() {
        trial.ifPresent(baseline::adopt);
        longestInside = 0;
        trial = Optional.empty();
    }

    /** The version on trial was taken back. */
    void dismiss() {
        trial = Optional.empty();
    }

    private static Verdict verdict(org.understudy.swap.judge.Verdict said) {
        return new Verdict(
                OUTCOMES.get(said.outcome()),
                said.reason(),
                said.findings().stream().map(Dossier::finding).toList());
    }

    private static Verdict.Finding finding(Finding said) {
        return new Verdict.Finding(
                said.metric(),
                said.test(),
                said.baseline(),
                said.candidate(),
                said.effect(),
                said.low(),
                said.high(),
                said.p(),
                said.threshold(),
                said.baselineSamples(),
                said.candidateSamples(),
                said.outcome().name().toLowerCase(Locale.ROOT),
                said.remark());
    }
}
