package org.understudy.swap.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.swap.ProvisionalStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotStatus;

/** Looks at a house from all sides: what is said at the shell, in the journal, in the framework, and by a call must agree. */
final class Inspection {
    private final Playhouse house;
    private final Workshop workshop;
    private final Recollected recollected;
    private final List<String> complaints = new ArrayList<>();

    private Inspection(Playhouse house, Workshop workshop) throws IOException {
        this.house = house;
        this.workshop = workshop;
        this.recollected = house.recollected();
    }

    static Inspection of(Playhouse house, Workshop workshop) throws IOException {
        Inspection inspection = new Inspection(house, workshop);
        inspection.look();
        return inspection;
    }

    /** What does not agree. */
    List<String> complaints() {
        return complaints;
    }

    /** The world as it was seen. */
    World seen() {
        Map<String, Role> roles = new TreeMap<>(recollected.world().roles());
        roles.replaceAll((name, role) -> role.with(role.bake()
                .map(bake -> new Role.Bake(
                        provisional(name)
                                .map(ProvisionalStatus::remainingMillis)
                                .orElse(bake.millis()),
                        bake.paused()))));
        return new World(roles, 0);
    }

    private Optional<ProvisionalStatus> provisional(String name) {
        return house.engine().resources().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .flatMap(ResourceStatus::provisional);
    }

    private void look() {
        List<ResourceStatus> all = house.engine().resources();
        agree(
                "resources on stage",
                all.stream()
                        .filter(status -> status.activeVersion().isPresent())
                        .map(ResourceStatus::name)
                        .toList(),
                List.copyOf(recollected.states().keySet()));
        for (ResourceStatus status : all) {
            slots(status);
            Role role = recollected.world().roles().get(status.name());
            if (role != null) {
                status(status, role);
                answers(status.name(), role);
                framework(status);
                artifacts(status.name(), recollected.states().get(status.name()));
            }
        }
    }

    private void agree(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            complaints.add(what + ": " + found + " instead of " + expected);
        }
    }

    private void status(ResourceStatus status, Role role) {
        String name = status.name();
        agree(name + " on stage", status.activeVersion(), Optional.of(role.active()));
        agree(
                "the way back of " + name,
                status.wayBack().map(back -> back.version()),
                role.past().stream().findFirst());
        agree(
                "the paused time of " + name,
                status.provisional().map(ProvisionalStatus::paused),
                role.bake().map(Role.Bake::paused));
        agree(
                "the state of " + name,
                status.state(),
                role.bake().isPresent() ? ResourceStatus.State.PROVISIONAL : ResourceStatus.State.ACTIVE);
    }

    private void answers(String name, Role role) {
        try {
            agree("a call of " + name, house.call(name), role.active());
        } catch (ResourceUnavailableException e) {
            complaints.add("a call of " + name + " fails: " + e.getMessage());
        }
    }

    private void slots(ResourceStatus status) {
        List<SlotStatus> slots = house.engine().slots(status.name());
        agree(
                "the version in the active slots of " + status.name(),
                slots.stream()
                        .filter(SlotStatus::active)
                        .flatMap(slot -> slot.version().stream())
                        .toList(),
                status.activeVersion().stream().toList());
        slots.stream()
                .flatMap(slot -> slot.version().stream())
                .filter(version -> !Workshop.VERSIONS.contains(version))
                .forEach(version -> complaints.add("a slot of " + status.name() + " holds " + version));
    }

    private void framework(ResourceStatus status) {
        String name = status.name();
        FakeHost host = house.host();
        KeptState kept = recollected.states().get(name);
        SlotId active = new SlotId(name, kept.active());
        agree("what lies in " + active, host.content(active), Optional.of(Recollected.active(kept)));
        agree("whether " + active + " runs", host.running(active), true);
        agree(
                "the slots on stage of " + name,
                host.onStage.stream()
                        .filter(slot -> slot.resource().equals(name))
                        .filter(host::running)
                        .toList(),
                List.of(active));
        host.ranks.forEach((slot, rank) -> {
            if (slot.resource().equals(name) && !slot.equals(active) && rank >= host.ranks.get(active)) {
                complaints.add("the marker of " + slot + " is not below that of " + active);
            }
        });
    }

    /** What is on stage and what is to come back has its artifact in the store. */
    private void artifacts(String name, KeptState kept) {
        List<String> needed = new ArrayList<>(kept.past());
        needed.add(Recollected.active(kept));
        needed.stream()
                .filter(digest -> !house.stores(digest))
                .forEach(digest -> complaints.add(
                        "the artifact of " + name + " " + workshop.version(digest) + " is no longer in the store"));
    }
}
