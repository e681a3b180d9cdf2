package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.understudy.swap.SlotSide;

/**
 * The handing over of state in one swap: of all members that have any, so that all flip with what they had when the last
 * of them was emptied. All are handed over, or all are called off.
 */
final class Handovers {
    private final Backstage backstage;
    private final Revival revival;
    private final Optional<StateRefusal> obstacle;
    private final List<Handover> begun = new ArrayList<>();

    private Handovers(Backstage backstage, Revival revival, Optional<StateRefusal> obstacle) {
        this.backstage = backstage;
        this.revival = revival;
        this.obstacle = obstacle;
    }

    /** Of a swap that is about to be made. */
    static Handovers of(Backstage backstage, Revival revival) {
        return new Handovers(backstage, revival, Optional.empty());
    }

    /** Of one that is made without, because this stood in its way. */
    static Handovers without(Backstage backstage, Revival revival, StateRefusal obstacle) {
        return new Handovers(backstage, revival, Optional.of(obstacle));
    }

    /** How state gets from what is on stage into a started version. */
    private static StatePath path(ManagedResource resource, Rehearsal.Standby standby) {
        ManagedResource.Started old = resource.activeStarted().orElseThrow();
        Optional<StateFormats> from = old.offer().keeper().map(StateKeeper::formats);
        Optional<StateFormats> to = resource.started(standby.side())
                .flatMap(started -> started.offer().keeper())
                .map(StateKeeper::formats);
        return StatePath.between(old.artifact(), from, standby.artifact(), to);
    }

    /**
     * Sees to it, before a version is started or used as it waits, that it does not come with state that is not the
     * latest: where what is on stage cannot hand its state over, what waits is stopped, and finds, started anew, what is
     * on disk instead of what it remembers.
     *
     * @throws Refusal if it takes a restart, by which the state of what is on stage would be lost
     */
    void prepare(ManagedResource resource, Artifact next, boolean leavesState) throws Refusal {
        StateOutlook outlook = StateOutlook.of(backstage.host(), resource, next);
        if (resource.restarts(next)) {
            List<String> problems = outlook.problems(leavesState);
            if (!problems.isEmpty()) {
                throw new StateRefusal(problems.get(0));
            }
        }
        boolean hasState = resource.activeStarted()
                .filter(active -> active.offer().keeper().isPresent())
                .isPresent();
        if (resource.down() || hasState && (obstacle.isPresent() || !outlook.carries())) {
            forget(backstage, resource, resource.state().free());
        }
    }

    /**
     * Hands the state of all that have any over. Returns with calls held: a flip or {@link #callOff} must follow.
     *
     * @param at told of whom it is that what fails fails for
     * @throws StateRefusal if one cannot, naming version, format and reason; calls may be held then too
     */
    void perform(List<Entrance> entrances, Consumer<ManagedResource> at) throws StateRefusal {
        for (Entrance entrance : entrances) {
            ManagedResource resource = entrance.resource();
            if (entrance.oldSide().flatMap(resource::started).isEmpty()) {
                continue; // nothing runs that could give its state away
            }
            at.accept(resource);
            begin(entrance, path(resource, entrance.standby()));
        }
        Ensemble ensemble =
                new Ensemble(entrances.stream().map(Entrance::resource).toList(), List.of());
        for (Handover handover : begun) {
            at.accept(handover.resource());
            handover.holdUntilEmpty(ensemble.othersThan(handover.resource()));
        }
        for (Handover handover : begun) {
            at.accept(handover.resource());
            handover.carry();
        }
    }

    private void begin(Entrance entrance, StatePath path) throws StateRefusal {
        boolean hasState = path.carries() || !path.obstacle().isEmpty();
        if (obstacle.isPresent() && hasState) {
            entrance.remarks(
                    "the state of " + entrance.old().map(Artifact::label).orElse("") + " was left behind, because "
                            + obstacle.get().getMessage());
            return;
        }
        if (!path.obstacle().isEmpty()) {
            throw new StateRefusal(path.obstacle());
        }
        path.format().ifPresent(format -> {
            Handover handover = new Handover(backstage, revival, entrance.resource(), entrance.standby(), format);
            begun.add(handover);
            entrance.handsOver(handover);
        });
    }

    /** Has all the old versions answer again. */
    void callOff() {
        begun.forEach(Handover::callOff);
    }

    /** Stops what waits in a slot with state of its own. */
    static void forget(Backstage backstage, ManagedResource resource, SlotSide side) throws Refusal {
        boolean remembers = resource.started(side)
                .filter(started -> started.offer().keeper().isPresent())
                .isPresent();
        if (remembers) {
            backstage.slots().stop(resource, side);
        }
    }
}
