package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.WayBack;

/** Says what a swap would do, without doing any of it. */
final class Planner {
    private final Host host;
    private final Candidates candidates;

    Planner(Host host, Candidates candidates) {
        this.host = host;
        this.candidates = candidates;
    }

    SwapPlan plan(ManagedResource resource, Candidate candidate) {
        List<String> problems = new ArrayList<>();
        if (!resource.turn().doing().isEmpty()) {
            problems.add(resource.name() + " is busy with a " + resource.turn().doing() + ": wait until it has ended");
        }
        if (resource.draining()) {
            problems.add(Swaps.stillDraining(resource));
        }
        Artifact artifact;
        try {
            artifact = candidates.peek(resource, candidate);
        } catch (Refusal e) {
            problems.add(e.getMessage());
            return plan(resource, Optional.empty(), Optional.empty(), List.of(), List.of(), problems);
        }
        problems.addAll(Rehearsal.objections(resource, artifact, candidate.allowLower()));
        SlotSide side =
                resource.state().holding(artifact).orElse(resource.state().free());
        return plan(
                resource,
                Optional.of(artifact),
                Optional.of(side),
                problems.isEmpty() ? steps(resource, artifact, side) : List.of(),
                problems.isEmpty() ? touched(resource, artifact, side) : List.of(),
                problems);
    }

    private static SwapPlan plan(
            ManagedResource resource,
            Optional<Artifact> artifact,
            Optional<SlotSide> side,
            List<String> steps,
            List<String> touched,
            List<String> problems) {
        ResourceState state = resource.state();
        return new SwapPlan(
                resource.name(),
                state.activeVersion(),
                artifact.map(what -> what.version().toString()),
                side,
                SwapPlan.Manner.FLIP,
                steps,
                touched,
                artifact.map(what -> what.spec().swapCostMillis()).orElse(0L),
                0,
                problems.isEmpty()
                        ? state.activeVersion().map(version -> new WayBack(version, WayBack.By.FLIP))
                        : resource.wayBack(),
                List.of(),
                problems);
    }

    private static List<String> steps(ManagedResource resource, Artifact artifact, SlotSide side) {
        ResourceState state = resource.state();
        List<String> steps = new ArrayList<>();
        boolean there = state.holding(artifact).isPresent();
        if (!there) {
            state.slot(side)
                    .artifact()
                    .ifPresent(displaced -> steps.add("stop " + displaced.label() + " in slot " + side
                            + (state.wayBack().filter(displaced::sameContent).isPresent()
                                    ? ": until the flip the way back is by staging"
                                    : "")));
            steps.add("write " + artifact.label() + " into slot " + side + " and resolve it");
        }
        if (!there || resource.started(side).isEmpty()) {
            steps.add("start it, hidden, and check its components and services");
        }
        steps.add("flip the pointer and raise the marker of slot " + side);
        state.activeArtifact()
                .ifPresent(active -> steps.add("drain " + active.label() + " and keep it as the way back"));
        return steps;
    }

    private List<String> touched(ManagedResource resource, Artifact artifact, SlotSide side) {
        List<String> touched = new ArrayList<>();
        long id = host.bundleId(resource.slot(side));
        touched.add("slot " + resource.slot(side) + (id < 0 ? " (a new bundle)" : " (bundle " + id + ")") + ": "
                + artifact.symbolicName() + " " + artifact.version());
        return touched;
    }
}
