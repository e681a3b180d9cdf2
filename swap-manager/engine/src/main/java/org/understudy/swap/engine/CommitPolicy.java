package org.understudy.swap.engine;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.understudy.resource.Criticality;

/**
 * What a version has to stand before it is committed, and what is kept for a way back afterwards.
 *
 * @param bake how long it has to stand, by criticality; zero commits at once
 * @param attempts how often a provisional version may be on stage: one that was when the process ended otherwise than
 *     in good order is not started again beyond that
 * @param rollbackWindow how long after the commit the versions before are kept for a rollback
 * @param badAfter how often a version is taken back until it is marked bad
 */
public record CommitPolicy(Map<Criticality, Duration> bake, int attempts, Duration rollbackWindow, int badAfter) {
    /** What holds where nothing is set. */
    public static final CommitPolicy DEFAULTS = new CommitPolicy(
            Map.of(
                    Criticality.CRITICAL, Duration.ofMinutes(10),
                    Criticality.VOLATILE, Duration.ofSeconds(60),
                    Criticality.AUXILIARY, Duration.ofSeconds(30)),
            1,
            Duration.ofHours(24),
            2);

    public CommitPolicy {
        bake = Map.copyOf(new EnumMap<>(bake));
        for (Criticality criticality : Criticality.values()) {
            if (!bake.containsKey(criticality) || bake.get(criticality).isNegative()) {
                throw new IllegalArgumentException("every criticality has a bake time of zero or more, but "
                        + criticality + " has " + bake.get(criticality));
            }
        }
        if (attempts < 1 || badAfter < 1 || rollbackWindow.isNegative()) {
            throw new IllegalArgumentException("there is at least one attempt, a version is bad after at least one"
                    + " failure, and a window is not negative: " + attempts + ", " + badAfter + ", " + rollbackWindow);
        }
    }

    /** The same with one bake time for all. */
    public CommitPolicy baking(Duration time) {
        Map<Criticality, Duration> all = new EnumMap<>(Criticality.class);
        for (Criticality criticality : Criticality.values()) {
            all.put(criticality, time);
        }
        return new CommitPolicy(all, attempts, rollbackWindow, badAfter);
    }
}
