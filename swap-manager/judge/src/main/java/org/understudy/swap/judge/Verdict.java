package org.understudy.swap.judge;

import java.util.List;
import java.util.Objects;

/**
 * What a trial says.
 *
 * @param outcome in one word
 * @param reason in one sentence
 * @param findings every test's numbers; those that decided first
 */
public record Verdict(Outcome outcome, String reason, List<Finding> findings) {
    /** Copies the findings. */
    public Verdict {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        findings = List.copyOf(findings);
    }
}
