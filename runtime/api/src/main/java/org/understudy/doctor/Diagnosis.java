package org.understudy.doctor;

import java.util.List;

/**
 * What was found.
 *
 * @param ailments what is not as it should be, by area; after a treatment: what still is not
 * @param treatments what was tried about it, in order; empty where nobody asked for that
 */
public record Diagnosis(List<Ailment> ailments, List<Treatment> treatments) {
    /** Copies the lists. */
    public Diagnosis {
        ailments = List.copyOf(ailments);
        treatments = List.copyOf(treatments);
    }

    /** Whether there is nothing that anybody should do something about. */
    public boolean healthy() {
        return ailments.stream().allMatch(ailment -> ailment.severity() == Ailment.Severity.NOTE);
    }
}
