package org.understudy.swap.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Verdict;

/**
 * Takes back what the judge has failed, each swap on a thread of its own: one that has to wait, for what hangs, does not
 * keep the others. Safe for use by many threads.
 */
final class Retreats {
    private static final Logger LOG = LoggerFactory.getLogger(Retreats.class);
    private static final String JUDGE = "judge";

    private final Backstage backstage;
    private final Troupe troupe;
    private final Swaps swaps;
    private final Set<Long> under = ConcurrentHashMap.newKeySet();

    Retreats(Backstage backstage, Troupe troupe, Swaps swaps) {
        this.backstage = backstage;
        this.troupe = troupe;
        this.swaps = swaps;
    }

    /** Takes the provisional version of the resource back; does nothing where that is under way. */
    void begin(ManagedResource resource, Verdict verdict) {
        Optional<Long> swap = resource.state().provisional().map(Provisional::swap);
        if (swap.isPresent() && under.add(swap.get())) {
            Thread thread = new Thread(
                    () -> retreat(resource, swap.get(), verdict), "understudy: rollback of " + resource.name());
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** One of those that came together has gone back alone: the others follow it. */
    void leftBehind(Standing.Group group, long swap, String why) {
        Verdict verdict = new Verdict(Verdict.Outcome.FAIL, "it came together with another: " + why, List.of());
        group.members().stream()
                .map(troupe::known)
                .filter(other -> other.state()
                        .provisional()
                        .filter(still -> still.swap() == swap)
                        .isPresent())
                .findFirst() // who takes the rest with it
                .ifPresent(other -> begin(other, verdict));
    }

    private void retreat(ManagedResource resource, long swap, Verdict verdict) {
        try {
            LOG.warn(
                    "{} {} fails: {}",
                    resource.name(),
                    resource.state().activeVersion().orElse(""),
                    verdict.reason());
            backstage.ledger().tellIfPossible(new Fact.Judged(swap, resource.name(), verdict));
            SwapResult result = swaps.rollBack(
                    resource,
                    Optional.of(swap),
                    true, // what hurts goes, even if its state cannot be handed over
                    Attempt.toRollBack(backstage, JUDGE, resource.name() + " fails: " + verdict.reason()));
            if (!result.flipped()) {
                LOG.error("{} stays although it fails: {}", resource.name(), result.reason());
            }
        } finally {
            under.remove(swap); // as long as it is on stage and fails, the next look tries again
        }
    }
}
