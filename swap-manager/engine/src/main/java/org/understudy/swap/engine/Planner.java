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
    private final Admission admission;

    Planner(Host host, Candidates candidates, Admission admission) {
        this.host = host;
        this.candidates = candidates;
        this.admission = admission;
    }

    /** One plan a member; what speaks against one speaks against all, so each of them says its own. */
    List<SwapPlan> plan(List<ManagedResource> resources, List<Candidate> wanted) {
        List<SwapPlan> plans = new ArrayList<>();
        for (int i = 0; i < resources.size(); i++) {
            plans.add(one(resources.get(i), wanted.get(i)));
        }
        Optional<String> together = fingerprint(resources, wanted);
        return together.map(of -> plans.stream().map(plan -> plan.with(of)).toList())
                .orElse(plans);
    }

    private Optional<String> fingerprint(List<ManagedResource> resources, List<Candidate> wanted) {
        List<Fingerprint.Member> members = new ArrayList<>();
        try {
            for (int i = 0; i < resources.size(); i++) {
                members.add(new Fingerprint.Member(resources.get(i), candidates.peek(resources.get(i), wanted.get(i))));
            }
            return Optional.of(Fingerprint.of(members));
        } catch (Refusal e) {
            return Optional.empty(); // the plan of that member says why
        }
    }

    SwapPlan plan(ManagedResource resource, Candidate candidate) {
        return plan(List.of(resource), List.of(candidate)).get(0);
    }

    private SwapPlan one(ManagedResource resource, Candidate candidate) {
        List<String> problems = new ArrayList<>();
        if (!resource.turn().doing().isEmpty()) {
            problems.add(resource.name() + " is busy with a " + resource.turn().doing() + ": wait until it has ended");
        }
        Swaps.unsettled(resource).ifPresent(problems::add);
        Artifact artifact;
        try {
            artifact = candidates.peek(resource, candidate);
        } catch (Refusal e) {
            problems.add(e.getMessage());
            return plan(resource, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), false, problems);
        }
        problems.addAll(admission.objections(resource, artifact, candidate));
        StateOutlook state = StateOutlook.of(host, resource, artifact);
        problems.addAll(state.problems(candidate.allowLoss()));
        SlotSide side = resource.slotFor(artifact);
        return plan(
                resource,
                Optional.of(artifact),
                Optional.of(side),
                problems.isEmpty() ? steps(resource, artifact, side, state) : List.of(),
                problems.isEmpty() ? touched(resource, artifact, side) : List.of(),
                warnings(resource, artifact, candidate, state),
                state.carries(),
                problems);
    }

    private SwapPlan plan(
            ManagedResource resource,
            Optional<Artifact> artifact,
            Optional<SlotSide> side,
            List<String> steps,
            List<String> touched,
            List<String> warnings,
            boolean carries,
            List<String> problems) {
        ResourceState state = resource.state();
        boolean restarts = artifact.filter(resource::restarts).isPresent()
                && resource.activeStarted().isPresent();
        long cost = artifact.map(what -> what.spec().swapCostMillis()).orElse(0L);
        return new SwapPlan(
                resource.name(),
                state.activeVersion(),
                artifact.map(what -> what.version().toString()),
                side,
                restarts ? SwapPlan.Manner.RESTART : SwapPlan.Manner.FLIP,
                steps,
                touched,
                cost,
                resource.costs().millis(),
                restarts || carries ? heldMillis(resource, cost) : 0,
                problems.isEmpty()
                        ? state.activeVersion()
                                .map(version -> new WayBack(version, restarts ? WayBack.By.START : WayBack.By.FLIP))
                        : resource.wayBack(),
                warnings,
                problems,
                "");
    }

    private List<String> warnings(
            ManagedResource resource, Artifact artifact, Candidate candidate, StateOutlook state) {
        List<String> warnings = new ArrayList<>(admission.warnings(resource, artifact));
        warnings.addAll(state.warnings(candidate.allowLoss()));
        return warnings;
    }

    /** As long as the last time, or as declared where there was none. */
    private static long heldMillis(ManagedResource resource, long declared) {
        return resource.lastHeldMillis() > 0 ? Math.round(Math.ceil(resource.lastHeldMillis())) : declared;
    }

    private static List<String> steps(
            ManagedResource resource, Artifact artifact, SlotSide side, StateOutlook outlook) {
        ResourceState state = resource.state();
        List<String> steps = new ArrayList<>();
        boolean there = state.holds(side, artifact);
        if (!there) {
            state.slot(side)
                    .artifact()
                    .ifPresent(displaced -> steps.add("stop " + displaced.label() + " in slot " + side
                            + (state.wayBack().filter(displaced::sameContent).isPresent()
                                    ? ": until the flip the way back is by staging"
                                    : "")));
            steps.add("write " + artifact.label() + " into slot " + side + " and resolve it");
        }
        Optional<Artifact> active = state.activeArtifact();
        boolean restart =
                resource.restarts(artifact) && resource.activeStarted().isPresent();
        if (restart) {
            steps.add("hold calls, drain " + active.orElseThrow().label() + " and stop it");
        }
        if (!there || resource.started(side).isEmpty()) {
            steps.add("start it" + (resource.isExposed(artifact) ? "" : ", hidden,")
                    + " and check its components and services");
        }
        steps.addAll(outlook.steps());
        steps.add("flip the pointer and raise the marker of slot " + side
                + (restart || outlook.carries() ? "; calls that were held go on there" : ""));
        if (!restart) {
            String end = outlook.carries() ? "keep " : "drain ";
            active.ifPresent(what ->
                    steps.add(end + what.label() + (outlook.carries() ? "" : " and keep it") + " as the way back"));
        }
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
