package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.resource.Criticality;
import org.understudy.swap.BakeResult;
import org.understudy.swap.ProvisionalStatus;
import org.understudy.swap.Verdict;

/**
 * The swaps whose versions are on stage and not committed yet: counts their time, and commits them when it is over or
 * when somebody says so. Safe for use by many threads.
 */
final class Bakes {
    private static final Logger LOG = LoggerFactory.getLogger(Bakes.class);
    private static final String JUDGE = "judge";
    private static final Duration ANOTHER_TRY = Duration.ofSeconds(1);

    private final Backstage backstage;
    private final Troupe troupe;
    private final Trials trials;
    private final Retreats retreats;
    private final Map<Long, Bake> running = new ConcurrentHashMap<>();

    Bakes(Backstage backstage, Troupe troupe, Trials trials, Retreats retreats) {
        this.backstage = backstage;
        this.troupe = troupe;
        this.trials = trials;
        this.retreats = retreats;
    }

    /**
     * The time of one swap.
     *
     * @param remaining what was left of it when the counting began
     * @param sinceNanos when that was
     * @param paused whether it is not counted
     * @param extensions how often it was extended, because the judge could not tell yet
     */
    private record Bake(Duration remaining, long sinceNanos, boolean paused, int extensions) {
        Duration remaining(long nowNanos) {
            Duration left = paused ? remaining : remaining.minusNanos(nowNanos - sinceNanos);
            return left.isNegative() ? Duration.ZERO : left;
        }

        boolean over(long nowNanos) {
            return !paused && remaining(nowNanos).isZero();
        }

        Bake extended(Duration by, long nowNanos) {
            return new Bake(by, nowNanos, paused, extensions + 1);
        }
    }

    /** Counts the time of what is on stage of this resource, if it is provisional and not counted yet. */
    void begin(ManagedResource resource) {
        resource.state().provisional().ifPresent(still -> {
            Bake bake = new Bake(still.remaining(), backstage.clock().getAsLong(), still.paused(), 0);
            if (running.putIfAbsent(still.swap(), bake) == null && !still.paused()) {
                look(resource, still.swap(), still.remaining());
            }
        });
    }

    /** Looks whether its time is over, once it may be. */
    private void look(ManagedResource resource, long swap, Duration later) {
        Housekeeping.schedule(backstage, resource, later.toMillis() + 1, () -> {
            Bake bake = running.get(swap);
            Optional<Provisional> still = resource.state().provisional().filter(now -> now.swap() == swap);
            if (still.isEmpty()) {
                running.remove(swap); // it was taken back
            } else if (bake != null && bake.over(backstage.clock().getAsLong())) {
                conclude(resource, still.get(), bake);
            }
        });
    }

    /** The time is over: what the judge says of all that came together decides, and where it cannot tell, the policy. */
    private void conclude(ManagedResource resource, Provisional still, Bake bake) {
        long swap = still.swap();
        JudgePolicy policy = backstage.settings().judge();
        ManagedResource gravest = resource;
        Verdict verdict = null;
        Undecided todo = Undecided.COMMIT;
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (ManagedResource each : troupe.together(resource)) {
            Verdict said = trials.conclude(each);
            Undecided then = then(policy, each.state().spec().criticality(), said.outcome());
            if (verdict == null || then.compareTo(todo) > 0) {
                gravest = each;
                verdict = said;
                todo = then;
            }
            verdicts.put(each.name(), said);
        }
        boolean decided = verdict.outcome() == Verdict.Outcome.PASS || verdict.outcome() == Verdict.Outcome.FAIL;
        if (!decided && bake.extensions() < policy.extensions()) {
            running.put(swap, bake.extended(still.bake(), backstage.clock().getAsLong()));
            look(resource, swap, still.bake());
            return;
        }
        verdicts.forEach((name, said) -> backstage.ledger().tellIfPossible(new Fact.Judged(swap, name, said)));
        String reason = "its bake time is over: " + verdict.reason();
        switch (todo) {
            case COMMIT -> tryAgain(resource, swap, commit(resource, Optional.of(swap), JUDGE, reason));
            case PAUSE -> tryAgain(resource, swap, pause(resource, true, Optional.of(swap), JUDGE, reason));
            case ROLL_BACK -> {
                retreats.begin(gravest, verdict);
                look(resource, swap, ANOTHER_TRY);
            }
        }
    }

    private static Undecided then(JudgePolicy policy, Criticality criticality, Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASS -> Undecided.COMMIT;
            case FAIL -> Undecided.ROLL_BACK;
            case INCONCLUSIVE -> policy.inconclusive().get(criticality);
            case NODATA -> policy.nodata().get(criticality);
        };
    }

    private void tryAgain(ManagedResource resource, long swap, BakeResult result) {
        if (result.outcome() == BakeResult.Outcome.REFUSED) {
            LOG.warn("nothing is decided about {} yet: {}", label(resource), result.reason());
            look(resource, swap, ANOTHER_TRY);
        }
    }

    /**
     * How far the resource's version is from being committed.
     *
     * @return empty where it is
     */
    Optional<ProvisionalStatus> status(ManagedResource resource) {
        return resource.state().provisional().map(still -> {
            Provisional now = asOfNow(still);
            return new ProvisionalStatus(
                    now.swap(), now.bake().toMillis(), now.remaining().toMillis(), now.paused(), now.attempts());
        });
    }

    private Provisional asOfNow(Provisional still) {
        Bake bake = running.get(still.swap());
        return bake == null
                ? still
                : still.with(bake.remaining(backstage.clock().getAsLong()));
    }

    /** The states of all that is provisional, as they are to be found by the next start. */
    List<ResourceState> asOfNow() {
        List<ResourceState> states = new ArrayList<>();
        for (ManagedResource resource : troupe.all()) {
            ResourceState state = resource.state();
            state.provisional()
                    .ifPresent(still -> states.add(state.with(state.standing().with(asOfNow(still)))));
        }
        return states;
    }

    /**
     * Commits the swap that the resource's version came with.
     *
     * @param of its number, where it must be that one
     */
    BakeResult commit(ManagedResource resource, Optional<Long> of, String by, String reason) {
        BakeResult result = decide(
                resource,
                "commit",
                of,
                swap -> new Fact.Committed(swap, by, reason),
                Bakes::stood,
                BakeResult.Outcome.COMMITTED,
                reason);
        if (result.outcome() == BakeResult.Outcome.COMMITTED) {
            for (String name : result.resources()) {
                trials.stood(troupe.known(name));
                linger(troupe.known(name));
            }
        }
        return result;
    }

    private static ResourceState stood(ResourceState state) {
        ResourceState committed = state.with(state.standing().committed());
        return state.activeArtifact().map(committed::forgiving).orElse(committed);
    }

    private void linger(ManagedResource resource) {
        Housekeeping.schedule(
                backstage,
                resource,
                0,
                () -> Housekeeping.inTurn(backstage, resource, () -> WaysBack.linger(backstage, resource)));
    }

    /** Stops the time of the resource's version, or has it go on. */
    BakeResult pause(ManagedResource resource, boolean paused, Optional<Long> of, String by, String reason) {
        boolean already = resource.state()
                .provisional()
                .filter(still -> still.paused() == paused)
                .isPresent();
        if (already) {
            return refused(
                    resource, "the time of " + label(resource) + (paused ? " is paused already" : " is not paused"));
        }
        BakeResult result = decide(
                resource,
                paused ? "pause" : "resume",
                of,
                swap -> new Fact.Paused(swap, paused, by, reason),
                state -> {
                    Provisional still = asOfNow(state.provisional().orElseThrow());
                    return state.with(state.standing().with(still.paused(paused, still.remaining())));
                },
                paused ? BakeResult.Outcome.PAUSED : BakeResult.Outcome.RESUMED,
                reason);
        if (result.outcome() != BakeResult.Outcome.REFUSED) {
            begin(resource);
        }
        return result;
    }

    /** What is written about a swap. */
    private interface Telling {
        Fact fact(long swap);
    }

    private BakeResult decide(
            ManagedResource resource,
            String operation,
            Optional<Long> of,
            Telling telling,
            UnaryOperator<ResourceState> change,
            BakeResult.Outcome outcome,
            String reason) {
        List<ManagedResource> together = troupe.together(resource);
        try {
            return Turns.patient(operation, backstage.settings().startDeadline().multipliedBy(3))
                    .take(together, () -> {
                        long swap = provisional(resource, of);
                        troupe.refuseUnlessTogether(resource, together);
                        List<ResourceState> next = together.stream()
                                .map(each -> change.apply(each.state()))
                                .toList();
                        backstage.ledger().change(telling.fact(swap), next);
                        running.remove(swap);
                        for (int i = 0; i < together.size(); i++) {
                            ResourceState decided = next.get(i);
                            together.get(i).become(state -> decided);
                        }
                        return new BakeResult(
                                outcome,
                                together.stream().map(ManagedResource::name).toList(),
                                reason);
                    });
        } catch (Refusal e) {
            return refused(resource, e.getMessage());
        }
    }

    private static long provisional(ManagedResource resource, Optional<Long> of) throws Refusal {
        Provisional still = resource.state()
                .provisional()
                .orElseThrow(() -> new Refusal(label(resource) + " is not provisional: there is nothing to decide"));
        if (of.isPresent() && of.get() != still.swap()) {
            throw new Refusal(label(resource) + " did not come with swap " + of.get());
        }
        return still.swap();
    }

    private static BakeResult refused(ManagedResource resource, String reason) {
        return new BakeResult(BakeResult.Outcome.REFUSED, List.of(resource.name()), reason);
    }

    private static String label(ManagedResource resource) {
        return resource.name() + " " + resource.state().activeVersion().orElse("");
    }
}
