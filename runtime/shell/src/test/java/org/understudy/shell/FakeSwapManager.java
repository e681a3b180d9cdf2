package org.understudy.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.understudy.resource.Criticality;
import org.understudy.swap.BakeResult;
import org.understudy.swap.Candidate;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.GroupMember;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Timing;
import org.understudy.swap.UnknownResourceException;
import org.understudy.swap.WayBack;

/** Swaps in memory. What it was asked is in {@link #asked}; with {@link #refuseWith} set it refuses everything. */
final class FakeSwapManager implements SwapManager {
    final List<Candidate> asked = new ArrayList<>();
    final List<SwapRequest> requests = new ArrayList<>();
    final List<String> decisions = new ArrayList<>();
    final List<SwapRecord> records = new ArrayList<>();
    final List<GenerationStatus> generations = new ArrayList<>();
    String refuseWith = "";
    boolean drains = true;
    boolean restarts;

    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    private record Pair(Criticality criticality, String active, Optional<String> before, SlotSide side) {}

    FakeSwapManager with(String name, Criticality criticality, String version) {
        pairs.put(name, new Pair(criticality, version, Optional.empty(), SlotSide.A));
        return this;
    }

    @Override
    public List<ResourceStatus> resources() {
        return pairs.keySet().stream().map(this::resource).toList();
    }

    @Override
    public ResourceStatus resource(String name) {
        Pair pair = pair(name);
        return new ResourceStatus(
                name,
                pair.criticality(),
                10,
                0,
                List.of("org.example.Contract"),
                Optional.of(pair.active()),
                pair.before().map(version -> new WayBack(version, WayBack.By.FLIP)),
                ResourceStatus.State.ACTIVE,
                1,
                Optional.empty(),
                "");
    }

    @Override
    public List<SlotStatus> slots() {
        return pairs.keySet().stream()
                .flatMap(name -> slots(name).stream())
                .filter(slot -> slot.bundleId() >= 0)
                .toList();
    }

    @Override
    public List<SlotStatus> slots(String name) {
        Pair pair = pair(name);
        SlotStatus active = new SlotStatus(name, pair.side(), 40, Optional.of(pair.active()), SlotState.ACTIVE, true);
        SlotStatus other = new SlotStatus(
                name,
                pair.side().other(),
                pair.before().isPresent() ? 41 : -1,
                pair.before(),
                pair.before().isPresent() ? SlotState.RETAINED : SlotState.EMPTY,
                false);
        return pair.side() == SlotSide.A ? List.of(active, other) : List.of(other, active);
    }

    @Override
    public StageResult stage(String name, Candidate candidate) {
        asked.add(candidate);
        if (!refuseWith.isEmpty()) {
            return new StageResult.Refused(name, Optional.empty(), refuseWith);
        }
        return new StageResult.Staged(name, Optional.of("2.0.0"), SlotSide.B);
    }

    @Override
    public SwapPlan plan(String name, Candidate candidate) {
        asked.add(candidate);
        return new SwapPlan(
                name,
                Optional.of(pair(name).active()),
                Optional.of("2.0.0"),
                Optional.of(SlotSide.B),
                restarts ? SwapPlan.Manner.RESTART : SwapPlan.Manner.FLIP,
                List.of("write slot B", "start", "flip"),
                List.of("org.example.theme"),
                10,
                0,
                restarts ? 120 : 0,
                Optional.of(new WayBack(pair(name).active(), WayBack.By.FLIP)),
                restarts ? List.of("it holds port 8099") : List.of(),
                refuseWith.isEmpty() ? List.of() : List.of(refuseWith),
                "c0ffee");
    }

    @Override
    public List<SwapResult> swap(SwapRequest request) {
        requests.add(request);
        return request.members().stream()
                .map(member -> swapped(member.resource(), member.candidate()))
                .toList();
    }

    private SwapResult swapped(String name, Candidate candidate) {
        asked.add(candidate);
        Pair pair = pair(name);
        Optional<String> from = Optional.of(pair.active());
        String to = candidate.source() instanceof Candidate.Version wanted ? wanted.version() : "2.0.0";
        if (!refuseWith.isEmpty()) {
            return new SwapResult.Refused(name, from, Optional.of(to), refuseWith);
        }
        pairs.put(name, new Pair(pair.criticality(), to, from, pair.side().other()));
        return new SwapResult.Swapped(name, from, Optional.of(to), drains, "", new Timing(42, 3.5, 0, 0));
    }

    @Override
    public List<SwapPlan> plan(List<GroupMember> members) {
        return members.stream()
                .map(member -> plan(member.resource(), member.candidate()))
                .toList();
    }

    @Override
    public BakeResult commit(String name, String by, String reason) {
        return decided(BakeResult.Outcome.COMMITTED, name, by, reason);
    }

    @Override
    public BakeResult pause(String name, String by, String reason) {
        return decided(BakeResult.Outcome.PAUSED, name, by, reason);
    }

    @Override
    public BakeResult resume(String name, String by, String reason) {
        return decided(BakeResult.Outcome.RESUMED, name, by, reason);
    }

    private BakeResult decided(BakeResult.Outcome outcome, String name, String by, String reason) {
        pair(name);
        decisions.add(outcome + " " + name + " by " + by + " because " + reason);
        return new BakeResult(
                refuseWith.isEmpty() ? outcome : BakeResult.Outcome.REFUSED,
                List.of(name),
                refuseWith.isEmpty() ? reason : refuseWith);
    }

    @Override
    public List<SwapRecord> swaps(int limit) {
        return records.subList(0, Math.min(limit, records.size()));
    }

    @Override
    public Optional<SwapRecord> swap(long number) {
        return records.stream().filter(record -> record.number() == number).findFirst();
    }

    @Override
    public List<EscapeStatus> escapes() {
        return List.of();
    }

    @Override
    public SwapResult rollback(String name, String by, String cause) {
        decisions.add("ROLLED_BACK " + name + " by " + by + " because " + cause);
        Pair pair = pair(name);
        Optional<String> from = Optional.of(pair.active());
        if (pair.before().isEmpty()) {
            return new SwapResult.Refused(name, from, Optional.empty(), name + " has no way back");
        }
        pairs.put(
                name,
                new Pair(
                        pair.criticality(),
                        pair.before().get(),
                        from,
                        pair.side().other()));
        return new SwapResult.RolledBack(name, from, pair.before(), drains, "", new Timing(7, 1, 0, 0));
    }

    @Override
    public DrainStatus drain(String name) {
        Optional<String> before = pair(name).before();
        return new DrainStatus(
                name, before, before.isPresent() ? 2 : 0, 120, 0, List.of("worker-1\n\tat Theme.render"));
    }

    @Override
    public DrainStatus endDrain(String name) {
        return new DrainStatus(name, pair(name).before(), 2, 120, 2, List.of());
    }

    @Override
    public List<GenerationStatus> generations() {
        return generations;
    }

    @Override
    public List<String> versions(String name) {
        pair(name);
        return List.of("1.1.0", "1.0.0");
    }

    private Pair pair(String name) {
        Pair pair = pairs.get(name);
        if (pair == null) {
            throw new UnknownResourceException(name, pairs.keySet());
        }
        return pair;
    }
}
