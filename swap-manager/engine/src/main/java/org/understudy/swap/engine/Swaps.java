package org.understudy.swap.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapResult;

/** The operations that change a resource when somebody asks: stage, swap, roll back. Each in its turn or refused. */
final class Swaps {
    private final Backstage backstage;
    private final Candidates candidates;
    private final Rehearsal rehearsal;

    Swaps(Backstage backstage, Candidates candidates, Rehearsal rehearsal) {
        this.backstage = backstage;
        this.candidates = candidates;
        this.rehearsal = rehearsal;
    }

    StageResult stage(ManagedResource resource, Candidate candidate) {
        AtomicReference<String> version = new AtomicReference<>();
        try {
            return inTurn(resource, "stage", () -> {
                Artifact artifact = candidates.admit(resource, candidate);
                try {
                    version.set(artifact.version().toString());
                    refuseObjections(resource, artifact, candidate.allowLower());
                    SlotSide side = resource.state().free();
                    if (resource.started(side).isPresent()
                            && resource.state()
                                    .holding(artifact)
                                    .filter(side::equals)
                                    .isPresent()) {
                        throw new Refusal(artifact.label() + " is started in slot " + side + " already: `swap "
                                + resource.name() + " " + artifact.version() + "` flips to it");
                    }
                    backstage.slots().fill(resource, side, artifact);
                    backstage.slots().enter(resource, side, SlotState.READY, artifact);
                    backstage.ledger().change(resource.state(), () -> {});
                    return new StageResult.Staged(
                            resource.name(), Optional.of(artifact.version().toString()), side);
                } catch (Refusal e) {
                    throw e.about(artifact);
                } finally {
                    backstage.store().release(artifact);
                }
            });
        } catch (Refusal e) {
            return new StageResult.Refused(resource.name(), Optional.ofNullable(version.get()), e.getMessage());
        }
    }

    SwapResult swap(ManagedResource resource, Candidate candidate) {
        AtomicReference<String> version = new AtomicReference<>();
        try {
            return inTurn(resource, "swap", () -> {
                Artifact artifact = candidates.admit(resource, candidate);
                try {
                    version.set(artifact.version().toString());
                    refuseObjections(resource, artifact, candidate.allowLower());
                    return end(resource, bring(resource, artifact, false));
                } catch (Refusal e) {
                    throw e.about(artifact);
                } finally {
                    backstage.store().release(artifact);
                }
            });
        } catch (Refusal e) {
            return end(resource, refused(resource, Optional.ofNullable(version.get()), e));
        }
    }

    SwapResult rollBack(ManagedResource resource) {
        AtomicReference<String> version = new AtomicReference<>();
        try {
            return inTurn(resource, "rollback", () -> {
                Artifact back = resource.state().wayBack().orElseThrow(() -> noWayBack(resource));
                version.set(back.version().toString());
                return end(resource, bring(resource, back, true));
            });
        } catch (Refusal e) {
            return end(resource, refused(resource, Optional.ofNullable(version.get()), e));
        }
    }

    private static Refusal noWayBack(ManagedResource resource) {
        return new Refusal(resource.name() + " has no way back: "
                + resource.state()
                        .activeVersion()
                        .map(active -> active + " did not come on stage by a swap; `swap " + resource.name()
                                + " VERSION --allow-lower` brings any version at hand")
                        .orElse("no version was ever on stage"));
    }

    private <T> T inTurn(ManagedResource resource, String operation, Turn.Work<T> work) throws Refusal {
        return resource.turn().take(resource.name(), operation, () -> {
            if (resource.draining()) {
                throw new Refusal(stillDraining(resource));
            }
            backstage
                    .events()
                    .accept(new SwapEvent.Begun(
                            resource.name(), backstage.clock().getAsLong()));
            return work.run();
        });
    }

    static String stillDraining(ManagedResource resource) {
        Drainage drainage = resource.drainage().orElseThrow();
        return resource.name() + " is still draining: " + drainage.inside() + " calls are inside " + drainage.version()
                + "; wait, or end the waiting with `drain " + resource.name() + " --now`";
    }

    private static void refuseObjections(ManagedResource resource, Artifact artifact, boolean allowLower)
            throws Refusal {
        List<String> objections = Rehearsal.objections(resource, artifact, allowLower);
        if (!objections.isEmpty()) {
            throw new Refusal(String.join("; ", objections));
        }
    }

    private SwapResult bring(ManagedResource resource, Artifact artifact, boolean back) throws Refusal {
        Rehearsal.Standby standby = rehearsal.prepare(resource, artifact, back);
        try {
            return new Flip(backstage, resource, standby, back).perform();
        } catch (Refusal e) {
            rehearsal.dismiss(resource, standby);
            throw e;
        }
    }

    private static SwapResult refused(ManagedResource resource, Optional<String> version, Refusal why) {
        return new SwapResult.Refused(resource.name(), resource.state().activeVersion(), version, why.getMessage());
    }

    private SwapResult end(ManagedResource resource, SwapResult result) {
        backstage
                .events()
                .accept(new SwapEvent.Ended(
                        resource.name(), result, backstage.clock().getAsLong()));
        return result;
    }
}
