package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.understudy.doctor.Ailment.Area;
import org.understudy.doctor.Ailment.Severity;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;

/**
 * Whether a slot that is not on stage has what its state says: a way back, or what was staged. Used with the resource's
 * turn; what it proposes takes the turn by itself, and does nothing where the slot has changed since.
 */
final class StandbyCheckup {
    private final Backstage backstage;
    private final ManagedResource resource;
    private final SlotSide side;
    private final SlotId slot;

    StandbyCheckup(Backstage backstage, ManagedResource resource, SlotSide side) {
        this.backstage = backstage;
        this.resource = resource;
        this.side = side;
        this.slot = resource.slot(side);
    }

    void look(List<Complaint> found) {
        Optional<Tenant> tenant = backstage.host().tenants().stream()
                .filter(Tenant::current)
                .filter(bundle -> bundle.slot().filter(slot::equals).isPresent())
                .findFirst();
        ResourceState.Slot state = resource.state().slot(side);
        if (state.state() == SlotState.QUARANTINED) {
            found.add(Complaint.note(
                    Area.SLOTS,
                    state.artifact().map(Artifact::label).orElse("what is") + " hangs in slot " + slot,
                    "it is not touched any more, and goes with the process; another bundle takes the slot's place"));
        } else if (state.artifact().isPresent()) {
            look(state, state.artifact().get(), tenant, found);
        } else {
            tenant.map(this::nobody).ifPresent(found::add);
        }
    }

    private void look(ResourceState.Slot state, Artifact due, Optional<Tenant> tenant, List<Complaint> found) {
        String label = due.label() + ", " + due(state);
        if (tenant.isEmpty()) {
            found.add(anew(due, label + ", should be in slot " + slot + ", but no bundle is there"));
        } else if (backstage.host().content(slot).filter(due.digest()::equals).isEmpty()) {
            boolean remainder = state.state() != SlotState.RETAINED
                    && backstage.host().content(slot).isPresent();
            found.add(anew(
                    remainder ? Severity.NOTE : Severity.WARNING,
                    due,
                    label + ", should be in slot " + slot + ", but "
                            + tenant.get().words() + " is not what was put there"));
        } else if (isDamaged(due)) {
            found.add(anew(
                    due,
                    label + ", is in slot " + slot + ", but what the framework has kept of "
                            + tenant.get().words() + " is damaged"));
        } else {
            life(state, due, label, tenant.get(), found);
        }
    }

    /** Whether the framework has kept other bytes than were written. */
    private boolean isDamaged(Artifact due) {
        List<Path> copies = backstage.host().copies(slot);
        return !copies.isEmpty() && copies.stream().noneMatch(copy -> has(copy, due.digest()));
    }

    private static boolean has(Path copy, String digest) {
        try {
            return Digests.sha256(copy).equals(digest);
        } catch (IOException e) {
            return false; // what cannot be read cannot be started either
        }
    }

    private void life(ResourceState.Slot state, Artifact due, String label, Tenant tenant, List<Complaint> found) {
        boolean startedByUs = resource.started(side).isPresent();
        boolean running = tenant.life() == Tenant.Life.STARTED;
        if (startedByUs && !running) {
            found.add(Complaint.warning(
                            Area.SLOTS,
                            label + ", should be started in slot " + slot + ", but " + tenant.words() + " is stopped",
                            "to bring it on stage takes a start more")
                    .curedBy("starts it", () -> start(due)));
        } else if (!startedByUs && running) {
            found.add(Complaint.warning(
                            Area.SLOTS,
                            label + ", is not to be started, but " + tenant.words() + " runs",
                            "its work in the background may be done twice")
                    .curedBy("stops it", () -> stop(due)));
        } else if (state.state() == SlotState.READY && tenant.life() == Tenant.Life.INSTALLED) {
            found.add(Complaint.warning(
                            Area.SLOTS,
                            label + ", should be resolved in slot " + slot + ", but " + tenant.words() + " is not",
                            "whether its needs are met would be found out at its swap only")
                    .curedBy("resolves it", () -> resolve(due)));
        }
    }

    private static String due(ResourceState.Slot state) {
        return state.state() == SlotState.RETAINED ? "the way back" : "which is staged";
    }

    /** What was put there by us and stopped is the remainder of a refused version: the next one takes its place. */
    private Complaint nobody(Tenant tenant) {
        boolean remainder = backstage.host().content(slot).isPresent() && tenant.life() != Tenant.Life.STARTED;
        return new Complaint.Found(
                        Area.SLOTS,
                        remainder ? Severity.NOTE : Severity.WARNING,
                        "slot " + slot + " is empty, but " + tenant.words() + " is there",
                        tenant.life() == Tenant.Life.STARTED
                                ? "it runs, and nobody has asked for it"
                                : "it takes up room, until a version takes the slot")
                .curedBy("uninstalls it", () -> {
                    Housekeeping.inTurn(backstage, resource, () -> {
                        if (resource.state().slot(side).artifact().isPresent()) {
                            throw changed();
                        }
                        backstage
                                .host()
                                .evict(tenant.location(), backstage.settings().stopDeadline());
                    });
                    return tenant.words() + " was uninstalled";
                });
    }

    private Complaint anew(Artifact due, String what) {
        return anew(Severity.WARNING, due, what);
    }

    private Complaint anew(Severity severity, Artifact due, String what) {
        return new Complaint.Found(Area.SLOTS, severity, what, "to bring it on stage takes longer, or fails")
                .curedBy("writes it there anew from the store", () -> refill(due));
    }

    private String refill(Artifact due) throws Refusal {
        Housekeeping.inTurn(backstage, resource, () -> {
            SlotState before = still(due).state();
            boolean started = resource.started(side).isPresent();
            Artifact whole = backstage.store().find(due.digest());
            backstage.slots().rewrite(resource, side, whole);
            if (started) {
                backstage.slots().start(resource, side, whole);
            }
            backstage.slots().enter(resource, side, before, whole);
        });
        return due.label() + " was written into slot " + slot + " anew";
    }

    private String start(Artifact due) throws Refusal {
        Housekeeping.inTurn(backstage, resource, () -> {
            still(due);
            backstage.host().resolve(slot, due);
            backstage.slots().start(resource, side, due);
        });
        return due.label() + " was started in slot " + slot;
    }

    private String stop(Artifact due) throws Refusal {
        Housekeeping.inTurn(backstage, resource, () -> {
            still(due);
            backstage.slots().stop(resource, side);
        });
        return due.label() + " was stopped in slot " + slot;
    }

    private String resolve(Artifact due) throws Refusal {
        Housekeeping.inTurn(backstage, resource, () -> {
            still(due);
            backstage.host().resolve(slot, due);
        });
        return due.label() + " was resolved in slot " + slot;
    }

    /** The slot, if it is still off stage and holds this version. */
    private ResourceState.Slot still(Artifact due) throws Refusal {
        ResourceState now = resource.state();
        if (now.active().filter(side::equals).isPresent() || !now.holds(side, due)) {
            throw changed();
        }
        return now.slot(side);
    }

    private Refusal changed() {
        return new Refusal("slot " + slot + " has changed meanwhile: nothing was done to it, ask again");
    }
}
