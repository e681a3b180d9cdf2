package org.understudy.swap.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.understudy.dispatch.Generation;
import org.understudy.doctor.Ailment.Area;
import org.understudy.swap.SlotSide;

/**
 * Whether the version that the journal has on stage is there, answers, and is the one that everybody is led to. Used with
 * the resource's turn; what it proposes takes the turn by itself.
 */
final class StageCheckup {
    private final Backstage backstage;
    private final Guard guard;
    private final ManagedResource resource;

    StageCheckup(Backstage backstage, Guard guard, ManagedResource resource) {
        this.backstage = backstage;
        this.guard = guard;
        this.resource = resource;
    }

    void look(List<Complaint> found) {
        journalled(found);
        resource.state().active().ifPresent(side -> {
            if (answers(side, found)) {
                ranked(side, found);
            }
        });
    }

    private void journalled(List<Complaint> found) {
        KeptState kept = backstage.ledger().kept().get(resource.name());
        if (kept == null || active(kept).isEmpty()) {
            return;
        }
        if (resource.state().active().isEmpty()) {
            found.add(Complaint.error(
                            Area.SLOTS,
                            resource.name() + " has no version on stage, because that of the journal was not to be had",
                            "whoever calls it is refused")
                    .curedBy("brings it on stage, once its artifact is back", this::recall));
        } else if (!kept.past().equals(KeptState.of(resource.state()).past())) {
            found.add(Complaint.warning(
                            Area.SLOTS,
                            resource.name()
                                    + " has other ways back than the journal says: an artifact was not to be had",
                            "a rollback does not find them")
                    .curedBy("takes those of the journal, once their artifacts are back", this::recallPast));
        }
    }

    private static Optional<String> active(KeptState state) {
        return state.active() == null
                ? Optional.empty()
                : Optional.ofNullable(state.active() == SlotSide.A ? state.a() : state.b());
    }

    /** What the journal says, now that what was missing may be back. */
    private ResourceState recalled() throws Refusal {
        KeptState kept = backstage.ledger().kept().get(resource.name());
        ResourceState recalled = new Recall(backstage.store()).state(resource.name(), kept);
        if (!recalled.note().isEmpty()) {
            throw new Refusal(recalled.note());
        }
        return recalled;
    }

    private String recall() throws Refusal {
        Housekeeping.inTurn(backstage, resource, () -> {
            ResourceState recalled = recalled();
            if (resource.state().active().isEmpty()) {
                resource.become(state -> recalled);
            }
        });
        return restore("its artifact is back");
    }

    private String recallPast() throws Refusal {
        Housekeeping.inTurn(backstage, resource, () -> {
            List<Artifact> past = recalled().past();
            resource.become(state -> state.withPast(past));
        });
        return resource.name() + " has the ways back again that the journal says";
    }

    /** Whether it answers; else there is nothing more to say of it. */
    private boolean answers(SlotSide side, List<Complaint> found) {
        Optional<String> why = silence(side);
        why.ifPresent(reason -> found.add(
                Complaint.error(Area.SLOTS, reason, "whoever calls " + resource.name() + " is held or refused")
                        .curedBy("brings it back, or the version before it", () -> restore(reason))));
        return why.isEmpty();
    }

    private Optional<String> silence(SlotSide side) {
        String label = resource.state().activeArtifact().map(Artifact::label).orElse(resource.name());
        SlotId slot = resource.slot(side);
        if (!backstage.host().running(slot)) {
            String note = resource.state().note();
            return Optional.of(label + " should be on stage, but slot " + slot + " is not started"
                    + (note.isEmpty() ? "" : ": " + note));
        }
        if (!backstage
                .host()
                .content(slot)
                .equals(resource.state().activeArtifact().map(Artifact::digest))) {
            return Optional.of(label + " should be on stage, but something else is in slot " + slot);
        }
        if (!resource.front().stands()) {
            return Optional.of("the front of " + resource.name() + " does not stand");
        }
        if (!(resource.routing().now() instanceof Generation generation)
                || !generation.name().equals(label)) {
            return Optional.of(label + " should be on stage, but calls are not led to it");
        }
        return Optional.empty();
    }

    private String restore(String why) throws Refusal {
        guard.restoreNow(resource, why);
        return resource.name() + " was brought back: "
                + resource.state().activeVersion().orElse("nothing") + " is on stage";
    }

    private void ranked(SlotSide side, List<Complaint> found) {
        Map<SlotId, Integer> ranks = backstage.host().ranks();
        SlotId slot = resource.slot(side);
        int rank = resource.state().rank();
        int other = ranks.getOrDefault(resource.slot(side.other()), -1);
        if (ranks.getOrDefault(slot, -1) != rank || other >= rank) {
            found.add(Complaint.warning(
                            Area.SLOTS,
                            "the marker of " + slot + " has the ranking " + ranks.get(slot) + " beside " + other
                                    + " of the other slot; that of its last flip is " + rank,
                            "who looks the best marker up is told the wrong version")
                    .curedBy("gives it its ranking back", () -> {
                        Housekeeping.inTurn(backstage, resource, this::raise);
                        return "the marker of " + slot + " has its ranking back";
                    }));
        }
    }

    private void raise() {
        ResourceState now = resource.state();
        now.active().ifPresent(side -> backstage
                .host()
                .raise(resource.slot(side), now.activeVersion().orElseThrow(), now.rank()));
    }
}
