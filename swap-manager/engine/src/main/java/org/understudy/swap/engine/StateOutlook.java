package org.understudy.swap.engine;

import java.util.List;
import java.util.Optional;
import org.understudy.swap.SlotSide;

/** What can be said of the state of a resource before a version that is to take it over is started. */
final class StateOutlook {
    private final StatePath path;
    private final boolean certain;
    private final Artifact old;
    private final Artifact next;

    private StateOutlook(StatePath path, boolean certain, Artifact old, Artifact next) {
        this.path = path;
        this.certain = certain;
        this.old = old;
        this.next = next;
    }

    /** Looks from what is on stage to this version. */
    static StateOutlook of(Host host, ManagedResource resource, Artifact next) {
        Optional<ManagedResource.Started> active = resource.activeStarted();
        Optional<StateFormats> from =
                active.flatMap(what -> what.offer().keeper()).map(StateKeeper::formats);
        if (from.isEmpty()) {
            return new StateOutlook(StatePath.NONE, true, next, next);
        }
        Artifact old = active.get().artifact();
        if (resource.restarts(next)) {
            return new StateOutlook(StatePath.throughRestart(old, from, next), true, old, next);
        }
        try {
            Optional<StateFormats> to = formats(host, resource, next);
            return new StateOutlook(StatePath.between(old, from, next, to), to.isPresent(), old, next);
        } catch (Refusal e) {
            return new StateOutlook(new StatePath(Optional.empty(), e.getMessage()), true, old, next);
        }
    }

    private static Optional<StateFormats> formats(Host host, ManagedResource resource, Artifact next) throws Refusal {
        Optional<SlotSide> side = resource.state().holding(next);
        Optional<StateKeeper> started =
                side.flatMap(resource::started).flatMap(what -> what.offer().keeper());
        return started.isPresent() ? started.map(StateKeeper::formats) : host.declaredState(next);
    }

    /** Whether calls are held while the state is handed over. */
    boolean carries() {
        return path.carries();
    }

    /** What is done about it. */
    List<String> steps() {
        return path.format()
                .map(format -> List.of("hold calls until " + old.label() + " is empty, and carry its state "
                        + StatePath.direction(old, next) + " to " + next.label() + " as " + format))
                .orElse(List.of());
    }

    /** What speaks against the swap, where state may not be left behind. */
    List<String> problems(boolean leavesState) {
        return path.obstacle().isEmpty() || leavesState || !certain ? List.of() : List.of(path.obstacle());
    }

    /** What an admin should know, though it may be meant. */
    List<String> warnings(boolean leavesState) {
        if (path.obstacle().isEmpty() || certain && !leavesState) {
            return List.of();
        }
        return List.of(
                leavesState
                        ? "the state of " + old.label() + " is left behind: " + path.obstacle()
                        : path.obstacle() + "; it is refused if its activator registers none either");
    }
}
