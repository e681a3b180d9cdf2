package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.understudy.doctor.Ailment.Area;
import org.understudy.swap.SlotSide;

/**
 * Whether the framework has in every slot what the journal says, and nothing else at the places of the slots. Each
 * resource is looked at in its turn: what is under way is no ailment.
 */
final class SlotsCheckup implements Checkup {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Backstage backstage;
    private final Troupe troupe;
    private final Guard guard;

    SlotsCheckup(Backstage backstage, Troupe troupe, Guard guard) {
        this.backstage = backstage;
        this.troupe = troupe;
        this.guard = guard;
    }

    @Override
    public Area area() {
        return Area.SLOTS;
    }

    @Override
    public List<Complaint> look() {
        List<Complaint> found = new ArrayList<>();
        for (Tenant tenant : backstage.host().tenants()) {
            if (troupe.find(tenant.resource()) == null || !tenant.current() && !hangs(tenant)) {
                found.add(intruder(tenant));
            }
        }
        for (ManagedResource resource : troupe.all()) {
            try {
                resource.turn().tidy(resource.name(), A_MOMENT, () -> {
                    inTurn(resource, found);
                    return null;
                });
            } catch (Refusal e) {
                found.add(Complaint.note(Area.SLOTS, e.getMessage(), "it was not looked at: ask again"));
            }
        }
        return found;
    }

    private void inTurn(ManagedResource resource, List<Complaint> found) {
        new StageCheckup(backstage, guard, resource).look(found);
        for (SlotSide side : SlotSide.values()) {
            if (resource.state().active().filter(side::equals).isEmpty()) {
                new StandbyCheckup(backstage, resource, side).look(found);
            }
        }
    }

    /** One that was given up in this run, and must not be touched until the process ends. */
    private boolean hangs(Tenant tenant) {
        return tenant.slot().isPresent() && tenant.life() == Tenant.Life.STARTED;
    }

    private Complaint intruder(Tenant tenant) {
        boolean unknown = troupe.find(tenant.resource()) == null;
        return Complaint.warning(
                        Area.SLOTS,
                        tenant.words() + (unknown ? " is of a resource that nobody knows" : " is of no use any more"),
                        "it is nobody's, and takes up room")
                .curedBy("uninstalls it", () -> {
                    Optional<Tenant> still = backstage.host().tenants().stream()
                            .filter(now -> now.bundleId() == tenant.bundleId())
                            .findFirst();
                    if (unknown && troupe.find(tenant.resource()) != null) {
                        throw new Refusal(tenant.resource() + " has become known meanwhile: ask again");
                    }
                    if (still.isPresent()) {
                        backstage
                                .host()
                                .evict(tenant.location(), backstage.settings().stopDeadline());
                    }
                    return tenant.words() + " was uninstalled";
                });
    }
}
