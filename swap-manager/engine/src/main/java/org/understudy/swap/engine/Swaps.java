package org.understudy.swap.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Candidates candidates;
    private final Admission admission;
    private final Rehearsal rehearsal;
    private final Revival revival;

    Swaps(Backstage backstage, Candidates candidates, Admission admission, Rehearsal rehearsal, Revival revival) {
        this.backstage = backstage;
        this.candidates = candidates;
        this.admission = admission;
        this.rehearsal = rehearsal;
        this.revival = revival;
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
     */
    private record Member(ManagedResource resource, Artifact artifact, boolean mayLose, boolean leavesState) {}

    /** What is known of an attempt when it fails: the versions meant, and at which member it failed. */
    private static final class Attempt {
        private final Map<String, String> versions = new ConcurrentHashMap<>();
        private volatile String at = "";

        void means(ManagedResource resource, Artifact artifact) {
            versions.put(resource.name(), artifact.version().toString());
        }

        SwapResult refused(ManagedResource resource, Refusal why) {
            String reason = at.isEmpty() || at.equals(resource.name())
                    ? why.getMessage()
                    : "it was to come together with " + at + ", which cannot: " + why.getMessage();
            return new SwapResult.Refused(
                    resource.name(),
                    resource.state().activeVersion(),
                    Optional.ofNullable(versions.get(resource.name())),
                    reason);
        }
    }

    StageResult stage(ManagedResource resource, Candidate candidate) {
        Attempt attempt = new Attempt();
        try {
            return inTurns(List.of(resource), "stage", attempt, () -> {
                Artifact artifact = candidates.admit(resource, candidate);
                try {
                    attempt.means(resource, artifact);
                    admission.check(resource, artifact, candidate);
                    SlotSide side = resource.state().free();
                    if (resource.started(side).isPresent()
                            && resource.state()
                                    .holding(artifact)
                                    .filter(side::equals)
                                    .isPresent()) {
                        throw new Refusal(artifact.label() + " is started in slot " + side + " already: `swap "
                                + resource.name() + " " + artifact.version() + "` flips to it");
                    }
                    backstage.slots().fill(resource, side, artifact);
                    backstage.slots().enter(resource, side, SlotState.READY, artifact);
                    backstage.ledger().change(List.of(resource.state()), () -> {});
                    return new StageResult.Staged(
                            resource.name(), Optional.of(artifact.version().toString()), side);
                } catch (Refusal e) {
                    throw e.about(artifact);
                } finally {
                    backstage.store().release(artifact);
                }
            });
        } catch (Refusal e) {
            return new StageResult.Refused(
                    resource.name(), Optional.ofNullable(attempt.versions.get(resource.name())), e.getMessage());
        }
    }

    /** Brings all of them on stage at one instant, or none; one result each, in their order. */
    List<SwapResult> swap(List<Wish> wishes) {
        List<ManagedResource> resources = wishes.stream().map(Wish::resource).toList();
        Attempt attempt = new Attempt();
        try {
            refuseDoubled(resources);
            return inTurns(resources, "swap", attempt, () -> {
                List<Member> members = new ArrayList<>();
                try {
                    for (Wish wish : wishes) {
                        members.add(admit(wish, attempt));
                    }
                    return bring(members, false, attempt);
                } finally {
                    members.forEach(member -> backstage.store().release(member.artifact()));
                }
            });
        } catch (Refusal e) {
            return resources.stream()
                    .map(resource -> end(resource, attempt.refused(resource, e)))
                    .toList();
        }
    }

    private Member admit(Wish wish, Attempt attempt) throws Refusal {
        attempt.at = wish.resource().name();
        Artifact artifact = candidates.admit(wish.resource(), wish.candidate());
        attempt.means(wish.resource(), artifact);
        try {
            admission.check(wish.resource(), artifact, wish.candidate());
        } catch (Refusal e) {
            backstage.store().release(artifact);
            throw e.about(artifact);
        }
        boolean mayLose = wish.candidate().allowLoss();
        return new Member(wish.resource(), artifact, mayLose, mayLose);
    }

    private static void refuseDoubled(List<ManagedResource> resources) throws Refusal {
        Set<String> seen = new HashSet<>();
        for (ManagedResource resource : resources) {
            if (!seen.add(resource.name())) {
                throw new Refusal(resource.name() + " is named twice: name each resource once");
            }
        }
    }

    /** Takes the last flip of the resource back, with all that flipped together with it. */
    SwapResult rollBack(ManagedResource resource, Function<String, ManagedResource> known) {
        Attempt attempt = new Attempt();
        try {
            ResourceState.Group group = resource.state().group();
            List<ManagedResource> together = group.isAlone()
                    ? List.of(resource)
                    : group.members().stream().map(known).toList();
            return inTurns(together, "rollback", attempt, () -> {
                List<Member> members = new ArrayList<>();
                for (ManagedResource each : together) {
                    attempt.at = each.name();
                    refuseIfLeft(each, group);
                    Artifact back = each.state().wayBack().orElseThrow(() -> noWayBack(each));
                    attempt.means(each, back);
                    members.add(new Member(each, back, true, false));
                }
                List<SwapResult> results = bring(members, true, attempt);
                return results.get(together.indexOf(resource));
            });
        } catch (Refusal e) {
            return end(resource, attempt.refused(resource, e));
        }
    }

    private static void refuseIfLeft(ManagedResource resource, ResourceState.Group group) throws Refusal {
        if (!resource.state().group().equals(group)) {
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

    private <T> T inTurns(List<ManagedResource> resources, String operation, Attempt attempt, Turn.Work<T> work)
            throws Refusal {
        List<ManagedResource> open = new ArrayList<>(resources);
        open.sort(Comparator.comparing(ManagedResource::name).reversed());
        return inTurnsOf(open, operation, attempt, work);
    }

    private <T> T inTurnsOf(List<ManagedResource> open, String operation, Attempt attempt, Turn.Work<T> work)
            throws Refusal {
        if (open.isEmpty()) {
            attempt.at = "";
            return work.run();
        }
        ManagedResource next = open.remove(open.size() - 1);
        attempt.at = next.name();
        return next.turn().take(next.name(), operation, () -> {
            if (next.draining()) {
                throw new Refusal(stillDraining(next));
            }
            backstage
                    .events()
                    .accept(new SwapEvent.Begun(next.name(), backstage.clock().getAsLong()));
            return inTurnsOf(open, operation, attempt, work);
        });
    }

    static String stillDraining(ManagedResource resource) {
        Drainage drainage = resource.drainage().orElseThrow();
        return resource.name() + " is still draining: " + drainage.inside() + " calls are inside " + drainage.version()
                + "; wait, or end the waiting with `drain " + resource.name() + " --now`";
    }

    private List<SwapResult> bring(List<Member> members, boolean back, Attempt attempt) throws Refusal {
        List<Entrance> entrances = new ArrayList<>();
        Handovers handovers = new Handovers(backstage, revival);
        boolean flipped = false;
        try {
            for (Member member : shortestHeld(members)) {
                attempt.at = member.resource().name();
                entrances.add(entrance(member, back, intermissions(entrances), handovers));
            }
            attempt.at = "";
            entrances.sort(
                    Comparator.comparing(entrance -> entrance.resource().name())); // as their pointers are locked
            handovers.perform(entrances);
            Map<String, SwapResult> results = new Flip(backstage, entrances)
                    .perform().stream().collect(Collectors.toMap(SwapResult::resource, result -> result));
            flipped = true;
            return members.stream()
                    .map(member ->
                            end(member.resource(), results.get(member.resource().name())))
                    .toList();
        } finally {
            if (!flipped) { // whatever it was, callers are not left before a gate
                handovers.callOff();
                Collections.reverse(entrances);
                entrances.forEach(entrance -> rehearsal.dismiss(entrance.resource(), entrance.standby()));
            }
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

    private Entrance entrance(Member member, boolean back, List<Intermission> others, Handovers handovers)
            throws Refusal {
        try {
            handovers.prepare(member.resource(), member.artifact(), member.leavesState());
            return new Entrance(
                    member.resource(),
                    rehearsal.prepare(
                            member.resource(),
                            member.artifact(),
                            back || member.mayLose(),
                            member.leavesState(),
                            others),
                    back,
                    member.leavesState());
        } catch (Refusal e) {
            throw back ? e : e.about(member.artifact());
        }
    }

    private SwapResult end(ManagedResource resource, SwapResult result) {
        backstage
                .events()
                .accept(new SwapEvent.Ended(
                        resource.name(), result, backstage.clock().getAsLong()));
        return result;
    }
}
