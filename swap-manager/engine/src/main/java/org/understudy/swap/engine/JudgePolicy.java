package org.understudy.swap.engine;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.understudy.resource.Criticality;
import org.understudy.swap.judge.Criteria;

/**
 * By what versions are judged, and what is done where the judge cannot tell.
 *
 * @param criteria by what they are judged
 * @param inconclusive what is done where there were data that do not tell, by criticality
 * @param nodata what is done where there were too few data, by criticality
 * @param extensions how often the bake time is extended by its own length before that
 * @param hang how long a call may be inside a new version, in which calls of the old one were never nearly as long, until
 *     it counts as a hang
 */
public record JudgePolicy(
        Criteria criteria,
        Map<Criticality, Undecided> inconclusive,
        Map<Criticality, Undecided> nodata,
        int extensions,
        Duration hang) {
    /** What holds where nothing is set. */
    public static final JudgePolicy DEFAULTS = new JudgePolicy(
            Criteria.standard(),
            unlessCritical(Undecided.COMMIT),
            unlessCritical(Undecided.COMMIT),
            1,
            Duration.ofSeconds(5));

    public JudgePolicy {
        Objects.requireNonNull(criteria, "criteria");
        inconclusive = complete("inconclusive", inconclusive);
        nodata = complete("nodata", nodata);
        if (extensions < 0 || hang.isNegative() || hang.isZero()) {
            throw new IllegalArgumentException(
                    "extensions are 0 or more, and a hang takes some time, not " + extensions + " and " + hang);
        }
    }

    private static Map<Criticality, Undecided> complete(String name, Map<Criticality, Undecided> policy) {
        for (Criticality criticality : Criticality.values()) {
            if (!policy.containsKey(criticality)) {
                throw new IllegalArgumentException("the policy '" + name + "' says nothing about " + criticality);
            }
        }
        return Map.copyOf(policy);
    }

    /** A critical version waits for a person, the others do not. */
    private static Map<Criticality, Undecided> unlessCritical(Undecided otherwise) {
        Map<Criticality, Undecided> policy = new EnumMap<>(Criticality.class);
        for (Criticality criticality : Criticality.values()) {
            policy.put(criticality, criticality == Criticality.CRITICAL ? Undecided.PAUSE : otherwise);
        }
        return policy;
    }
}
