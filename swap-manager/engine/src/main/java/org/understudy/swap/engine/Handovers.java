package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.understudy.swap.SlotSide;

/**
 * The handing over of state in one swap: of all members that have any, so that all flip with what they had when the last
 * of them was emptied. All are handed over, or all are called off.
 */
final class Handovers {
    private final Backstage backstage;
    private final Revival revival;
    private final List<Handover> begun = new ArrayList<>();

    Handovers(Backstage backstage, Revival revival) {
        this.backstage = backstage;
        this.revival = revival;
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
                throw new Refusal(problems.get(0));
            }
        }
        boolean hasState = resource.activeStarted()
                .filter(active -> active.offer().keeper().isPresent())
                .isPresent();
        if (resource.down() || hasState && !outlook.carries()) {
            forget(backstage, resource, resource.state().free());
        }
    }

    /**
     * Hands the state of all that have any over. Returns with calls held: a flip or {@link #callOff} must follow.
     *
     * @throws Refusal if one cannot, naming version, format and reason; calls may be held then too
     */
    void perform(List<Entrance> entrances) throws Refusal {
        for (Entrance entrance : entrances) {
            ManagedResource resource = entrance.resource();
            if (entrance.oldSide().flatMap(resource::started).isEmpty()) {
                continue; // nothing runs that could give its state away
            }
            StatePath path = path(resource, entrance.standby());
            if (!path.obstacle().isEmpty() && !entrance.leavesState()) {
                throw new Refusal(path.obstacle());
            }
            path.format().ifPresent(format -> {
                Handover handover = new Handover(backstage, revival, resource, entrance.standby(), format);
                begun.add(handover);
                entrance.handsOver(handover);
            });
        }
        Ensemble ensemble =
                new Ensemble(entrances.stream().map(Entrance::resource).toList(), List.of());
        for (Handover handover : begun) {
            handover.hold(ensemble.othersThan(handover.resource()));
            handover.empty();
        }
        for (Handover handover : begun) {
            handover.carry();
        }
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
