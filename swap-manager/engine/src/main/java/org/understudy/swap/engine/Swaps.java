package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.understudy.dispatch.Configurations;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapResult;

/**
 * The operations that change resources when somebody asks: stage, swap, roll back. Each in the turns of all that it
 * changes, or refused.
 */
final class Swaps {
    private final Backstage backstage;
    private final Troupe troupe;
    private final Candidates candidates;
    private final Admission admission;
    private final Rehearsal rehearsal;
    private final Revival revival;
    private final Audition audition;
    private final WarmUp warmUp;

    Swaps(
            Backstage backstage,
            Troupe troupe,
            Candidates candidates,
            Admission admission,
            Rehearsal rehearsal,
            Revival revival) {
        this.backstage = backstage;
        this.troupe = troupe;
        this.candidates = candidates;
        this.admission = admission;
        this.rehearsal = rehearsal;
        this.revival = revival;
        this.audition = new Audition(backstage);
        this.warmUp = new WarmUp(backstage);
    }

    /**
     * What is asked for of one resource.
     *
     * @param resource the resource
     * @param candidate the version that is to come
     */
    record Wish(ManagedResource resource, Candidate candidate) {}

    /**
     * A version that is to come on stage.
     *
     * @param resource the resource
     * @param artifact the version
     * @param mayLose whether handles may be left without a service
     * @param leavesState whether it may come without the state of the version before it
     * @param forgiven whether nothing is held against it any more once it is on stage
     */
    private record Member(
            ManagedResource resource, Artifact artifact, boolean mayLose, boolean leavesState, boolean forgiven) {}

    StageResult stage(ManagedResource resource, Candidate candidate) {
        String[] version = new String[1];
        try {
            return Turns.orRefused("stage", taken -> {}).take(List.of(resource), () -> {
                refuseUnsettled(resource);
                Artifact artifact = candidates.admit(resource, candidate);
                try {
                    version[0] = artifact.version().toString();
                    return staged(resource, artifact, candidate);
                } catch (Refusal e) {
                    throw e.about(artifact);
                } finally {
                    backstage.store().release(artifact);
                }
            });
        } catch (Refusal e) {
            return new StageResult.Refused(resource.name(), Optional.ofNullable(version[0]), e.getMessage());
        }
    }

    private StageResult staged(ManagedResource resource, Artifact artifact, Candidate candidate) throws Refusal {
        admission.check(resource, artifact, candidate);
        SlotSide side = resource.state().free();
        if (resource.started(side).isPresent() && resource.state().holds(side, artifact)) {
            throw new Refusal(artifact.label() + " is started in slot " + side + " already: `swap " + resource.name()
                    + " " + artifact.version() + "` flips to it");
        }
        backstage.slots().fill(resource, side, artifact);
        backstage.slots().enter(resource, side, SlotState.READY, artifact);
        String version = artifact.version().toString();
        backstage
                .ledger()
                .change(new Fact.Staged(resource.name(), version, artifact.digest()), List.of(resource.state()));
        return new StageResult.Staged(resource.name(), Optional.of(version), side);
    }

    /**
     * Brings all of them on stage at one instant, or none; one result each, in their order.
     *
     * @param plan the fingerprint of what was agreed to
     */
    List<SwapResult> swap(List<Wish> wishes, Optional<String> plan, Attempt attempt) {
        List<ManagedResource> resources = wishes.stream().map(Wish::resource).toList();
        try {
            refuseIfPinned();
            refuseDoubled(resources);
            return Turns.orRefused("swap", attempt::at).take(resources, () -> {
                List<Member> members = new ArrayList<>();
                try {
                    for (Wish wish : wishes) {
                        members.add(admit(wish, attempt));
                    }
                    refuseUnlessAsPlanned(members, plan);
                    return bring(members, attempt);
                } finally {
                    members.forEach(member -> backstage.store().release(member.artifact()));
                }
            });
        } catch (Refusal e) {
            return attempt.refused(resources, e);
        }
    }

    private Member admit(Wish wish, Attempt attempt) throws Refusal {
        attempt.at(wish.resource());
        refuseUnsettled(wish.resource());
        Artifact artifact = candidates.admit(wish.resource(), wish.candidate());
        attempt.means(wish.resource(), artifact);
        try {
            admission.check(wish.resource(), artifact, wish.candidate());
        } catch (Refusal e) {
            backstage.store().release(artifact);
            throw e.about(artifact);
        }
        return new Member(
                wish.resource(),
                artifact,
                wish.candidate().allowLoss(),
                wish.candidate().allowLoss(),
                wish.candidate().allowBad());
    }

    /** The drain waits for the request, and the request for the drain. */
    private static void refuseIfPinned() throws Refusal {
        if (Configurations.isPinned()) {
            throw new Refusal(
                    "this thread is pinned to what is on stage now, so the swap would wait for it: close its pin"
                            + " first, or swap on another thread without waiting for the result");
        }
    }

    private static void refuseUnlessAsPlanned(List<Member> members, Optional<String> plan) throws Refusal {
        String now = Fingerprint.of(members.stream()
                .map(member -> new Fingerprint.Member(member.resource(), member.artifact()))
                .toList());
        if (plan.isPresent() && !plan.get().equals(now)) {
            throw new Refusal("this is not what plan " + plan.get() + " said: something has changed since, or it was"
                    + " made for something else; `plan` says what would happen now (" + now + ")");
        }
    }

    private static void refuseDoubled(List<ManagedResource> resources) throws Refusal {
        Set<String> seen = new HashSet<>();
        for (ManagedResource resource : resources) {
            if (!seen.add(resource.name())) {
                throw new Refusal(resource.name() + " is named twice: name each resource once");
            }
        }
    }

    /** The slot that is needed still belongs to calls that have not left, or to a way back that is not given up. */
    private static void refuseUnsettled(ManagedResource resource) throws Refusal {
        Optional<String> unsettled = unsettled(resource);
        if (unsettled.isPresent()) {
            throw new Refusal(unsettled.get());
        }
    }

    /** Why nothing new can be put into the slot off stage; empty where something can. */
    static Optional<String> unsettled(ManagedResource resource) {
        if (resource.draining()) {
            Drainage drainage = resource.drainage().orElseThrow();
            return Optional.of(resource.name() + " is still draining: " + drainage.inside() + " calls are inside "
                    + drainage.version() + "; wait, or end the waiting with `drain " + resource.name() + " --now`");
        }
        ResourceState state = resource.state();
        return state.provisional()
                .map(still -> resource.name() + " " + state.activeVersion().orElse("") + " is provisional"
                        + (still.paused() ? ", and its time is paused" : "") + ": `commit " + resource.name()
                        + "` or `rollback " + resource.name() + "` first, or say --supersede");
    }

    /**
     * Takes the last flip of the resource back, with all that flipped together with it.
     *
     * @param of the number of the swap that is to be taken back, where it must be that one
     * @param leavesState whether it goes back without the state of what is on stage, where that cannot be handed over
     */
    SwapResult rollBack(ManagedResource resource, Optional<Long> of, boolean leavesState, Attempt attempt) {
        Standing.Group group = resource.state().standing().group();
        List<ManagedResource> together = troupe.together(resource);
        boolean urgent = of.isPresent() || together.stream().anyMatch(ManagedResource::draining);
        Turns turns = urgent
                ? Turns.urgent("rollback", backstage.settings().startDeadline().multipliedBy(3), attempt::at)
                : Turns.orRefused("rollback", attempt::at);
        int asked = together.indexOf(resource);
        try {
            refuseIfPinned();
            return turns.take(together, () -> {
                        troupe.refuseUnlessTogether(resource, together);
                        List<Member> members = new ArrayList<>();
                        for (ManagedResource each : together) {
                            attempt.at(each);
                            refuseIfLeft(each, group, of);
                            Artifact back = each.state().wayBack().orElseThrow(() -> noWayBack(each));
                            refuseIfOccupied(each, back);
                            attempt.means(each, back);
                            members.add(new Member(each, back, true, leavesState, false));
                        }
                        return bring(members, attempt);
                    })
                    .get(asked);
        } catch (Refusal e) {
            return attempt.refused(together, e).get(asked);
        }
    }

    /** The way back has to be put into the slot in which calls are still inside another version. */
    private static void refuseIfOccupied(ManagedResource resource, Artifact back) throws Refusal {
        ResourceState state = resource.state();
        if (resource.draining() && !state.holds(state.free(), back)) {
            refuseUnsettled(resource);
        }
    }

    private static void refuseIfLeft(ManagedResource resource, Standing.Group group, Optional<Long> of) throws Refusal {
        ResourceState state = resource.state();
        boolean another = of.isPresent()
                && state.provisional().filter(still -> still.swap() == of.get()).isEmpty();
        if (another) {
            throw new Refusal(
                    resource.name() + " is no longer what swap " + of.get() + " brought: nothing is taken back");
        }
        if (!state.standing().group().equals(group)) {
            throw new Refusal(
                    resource.name() + " has been swapped since: roll that back first, or bring each to the version you"
                            + " want with `swap NAME,NAME VERSION,VERSION --allow-lower`");
        }
    }

    private static Refusal noWayBack(ManagedResource resource) {
        return new Refusal(resource.name() + " has no way back: "
                + resource.state()
                        .activeVersion()
                        .map(active -> active + " did not come on stage by a swap; `swap " + resource.name()
                                + " VERSION --allow-lower` brings any version at hand")
                        .orElse("no version was ever on stage"));
    }

    private List<SwapResult> bring(List<Member> members, Attempt attempt) throws Refusal {
        attempt.atAll();
        attempt.begin(members.stream().map(Member::resource).toList());
        for (Member member : members) {
            backstage
                    .events()
                    .accept(new SwapEvent.Begun(
                            member.resource().name(), backstage.clock().getAsLong()));
        }
        try {
            return comeOn(members, attempt, Handovers.of(backstage, revival));
        } catch (StateRefusal e) {
            if (!members.stream().allMatch(Member::leavesState)) {
                throw e;
            }
            return comeOn(members, attempt, Handovers.without(backstage, revival, e));
        }
    }

    private List<SwapResult> comeOn(List<Member> members, Attempt attempt, Handovers handovers) throws Refusal {
        List<ManagedResource> resources = members.stream().map(Member::resource).toList();
        List<Entrance> entrances = new ArrayList<>();
        boolean flipped = false;
        try {
            for (Member member : shortestHeld(members)) {
                attempt.at(member.resource());
                Ensemble ensemble = new Ensemble(resources, intermissions(entrances));
                entrances.add(entrance(member, attempt.back(), ensemble, handovers));
                if (!attempt.back()) { // what comes back has been on stage
                    audition(entrances.get(entrances.size() - 1));
                }
            }
            attempt.atAll();
            entrances.sort(
                    Comparator.comparing(entrance -> entrance.resource().name())); // as their pointers are locked
            handovers.perform(entrances, attempt::at);
            attempt.atAll();
            Map<String, SwapResult> results = new Flip(backstage, attempt.swap(), attempt.beganNanos(), entrances)
                    .perform().stream().collect(Collectors.toMap(SwapResult::resource, result -> result));
            flipped = true;
            return attempt.end(members.stream()
                    .map(member -> results.get(member.resource().name()))
                    .toList());
        } finally {
            if (!flipped) { // whatever it was, callers are not left before a gate
                handovers.callOff();
                Collections.reverse(entrances);
                entrances.forEach(entrance -> rehearsal.dismiss(entrance.resource(), entrance.standby()));
            }
        }
    }

    private void audition(Entrance entrance) throws Refusal {
        try {
            entrance.remarks(audition.hold(entrance));
            warmUp.perform(entrance);
        } catch (Refusal e) {
            throw e.about(entrance.standby().artifact());
        }
    }

    /** Those last whose calls are held meanwhile. */
    private static List<Member> shortestHeld(List<Member> members) {
        return members.stream()
                .sorted(Comparator.comparing(member -> member.resource().restarts(member.artifact())))
                .toList();
    }

    private static List<Intermission> intermissions(List<Entrance> entrances) {
        return entrances.stream()
                .flatMap(entrance -> entrance.standby().intermission().stream())
                .toList();
    }

    private Entrance entrance(Member member, boolean back, Ensemble ensemble, Handovers handovers) throws Refusal {
        try {
            handovers.prepare(member.resource(), member.artifact(), member.leavesState());
            return new Entrance(
                    member.resource(),
                    rehearsal.prepare(
                            member.resource(),
                            member.artifact(),
                            back || member.mayLose(),
                            member.leavesState(),
                            ensemble),
                    back,
                    member.forgiven());
        } catch (Refusal e) {
            throw back || e instanceof StateRefusal ? e : e.about(member.artifact());
        }
    }
}
