package org.understudy.swap.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One bake of one fresh generation: spans in, a verdict out at any time. A verdict of {@link Outcome#FAIL} is final. Not
 * thread-safe.
 */
public final class Trial {
    private final List<Examination> examinations;
    private final List<Span> observed = new ArrayList<>();

    /**
     * Begins.
     *
     * @param criteria by what is judged
     * @param baseline with what it is compared; it must not be added to while the trial goes on
     */
    public Trial(Criteria criteria, Baseline baseline) {
        double share = criteria.falseAlarmRate() / 2;
        examinations = List.of(new Errors(criteria, share, baseline.settled()), new Latency(criteria, share, baseline));
    }

    /** Takes notice of what was observed of the fresh generation; in the order of time, the flip first. */
    public void observe(Span span) {
        observed.add(span);
        examinations.forEach(examination -> examination.observe(span));
    }

    /** What can be said now: {@link Outcome#FAIL} or {@link Outcome#OPEN}. */
    public Verdict verdict() {
        return verdict(Examination::interim, Outcome.OPEN, "nothing speaks against it so far");
    }

    /** What is to be said now that the bake is over: never {@link Outcome#OPEN}. */
    public Verdict conclude() {
        return verdict(Examination::conclusion, Outcome.PASS, "no worse than the version before");
    }

    List<Span> observed() {
        return List.copyOf(observed);
    }

    private Verdict verdict(Function<Examination, List<Finding>> saying, Outcome otherwise, String reason) {
        List<Finding> findings =
                examinations.stream().flatMap(e -> saying.apply(e).stream()).toList();
        return Stream.of(Outcome.FAIL, Outcome.NODATA, Outcome.INCONCLUSIVE)
                .flatMap(outcome -> findings.stream().filter(f -> f.outcome() == outcome))
                .findFirst()
                .map(f -> new Verdict(f.outcome(), f.metric() + ": " + f.remark(), findings))
                .orElse(new Verdict(otherwise, reason, findings));
    }
}
