package org.understudy.swap.engine;

import java.util.List;
import java.util.Optional;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
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

    ResourceStatus resource(ManagedResource resource) {
        return resource.status(bakes.status(resource));
    }

    List<SlotStatus> slots() {
        return troupe.all().stream()
                .flatMap(resource -> slots(resource).stream())
                .filter(slot -> slot.version().isPresent())
                .toList();
    }

    List<SlotStatus> slots(ManagedResource resource) {
        return List.of(resource.slotStatus(SlotSide.A), resource.slotStatus(SlotSide.B));
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
