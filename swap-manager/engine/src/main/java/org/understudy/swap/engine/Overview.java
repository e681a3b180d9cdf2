package org.understudy.swap.engine;

import java.util.List;
import java.util.Optional;
import org.understudy.dispatch.Gate;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Route;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;

/** Answers what is asked about the resources, without changing any. Safe for use by many threads. */
final class Overview {
    private final Troupe troupe;
    private final Bakes bakes;
    private final Host host;
    private final GenerationWatch watch;

    Overview(Troupe troupe, Bakes bakes, Host host, GenerationWatch watch) {
        this.troupe = troupe;
        this.bakes = bakes;
        this.host = host;
        this.watch = watch;
    }

    List<ResourceStatus> resources() {
        return troupe.all().stream().map(this::resource).toList();
    }

    /** The resource as it stands. */
    ResourceStatus resource(ManagedResource resource) {
        ResourceState now = resource.state();
        return new ResourceStatus(
                resource.name(),
                now.spec().criticality(),
                now.spec().swapCostMillis(),
                resource.costs().millis(),
                contract(resource),
                now.activeVersion(),
                resource.wayBack(),
                phase(resource),
                now.rank(),
                bakes.status(resource),
                now.note());
    }

    private static List<String> contract(ManagedResource resource) {
        ResourceState now = resource.state();
        return now.spec().contract().isEmpty()
                ? now.active()
                        .flatMap(resource::started)
                        .map(what -> what.offer().services().stream()
                                .flatMap(service -> service.shape().interfaces().stream())
                                .distinct()
                                .sorted()
                                .toList())
                        .orElse(List.of())
                : now.spec().contract();
    }

    private static ResourceStatus.State phase(ManagedResource resource) {
        Route now = resource.routing().now();
        if (now instanceof Gate) {
            return ResourceStatus.State.HELD;
        }
        if (resource.draining()) {
            return ResourceStatus.State.DRAINING;
        }
        if (!resource.turn().doing().isEmpty()) {
            return ResourceStatus.State.SWAPPING;
        }
        if (!(now instanceof Generation)) {
            return ResourceStatus.State.DOWN;
        }
        return resource.state().provisional().isPresent()
                ? ResourceStatus.State.PROVISIONAL
                : ResourceStatus.State.ACTIVE;
    }

    List<SlotStatus> slots() {
        return troupe.all().stream()
                .flatMap(resource -> slots(resource).stream())
                .filter(slot -> slot.version().isPresent())
                .toList();
    }

    List<SlotStatus> slots(ManagedResource resource) {
        return List.of(slot(resource, SlotSide.A), slot(resource, SlotSide.B));
    }

    private SlotStatus slot(ManagedResource resource, SlotSide side) {
        ResourceState now = resource.state();
        ResourceState.Slot slot = now.slot(side);
        return new SlotStatus(
                resource.name(),
                side,
                slot.state() == SlotState.EMPTY ? -1 : host.bundleId(resource.slot(side)),
                slot.artifact().map(artifact -> artifact.version().toString()),
                slot.state(),
                now.active().filter(side::equals).isPresent());
    }

    DrainStatus drain(ManagedResource resource) {
        return resource.drainage()
                .map(last -> new DrainStatus(
                        resource.name(),
                        Optional.of(last.version()),
                        last.over() ? 0 : last.inside(),
                        Math.round(last.millis()),
                        last.cut(),
                        last.over()
                                ? List.of()
                                : CallStacks.below(resource.front().classNamePrefix())))
                .orElseGet(() -> new DrainStatus(resource.name(), Optional.empty(), 0, 0, 0, List.of()));
    }

    List<GenerationStatus> generations() {
        return watch.alive(this::use);
    }

    /** What a version is to its resource now. */
    GenerationStatus.Use use(GenerationWatch.Entry entry) {
        ManagedResource resource = troupe.find(entry.resource());
        if (resource == null
                || host.loader(resource.slot(entry.side())).filter(entry::is).isEmpty()) {
            return GenerationStatus.Use.RETIRED;
        }
        ResourceState state = resource.state();
        if (state.active().filter(entry.side()::equals).isPresent()) {
            return GenerationStatus.Use.ACTIVE;
        }
        return state.wayBack()
                        .flatMap(state::holding)
                        .filter(entry.side()::equals)
                        .isPresent()
                ? GenerationStatus.Use.WAY_BACK
                : GenerationStatus.Use.RETIRED;
    }
}
