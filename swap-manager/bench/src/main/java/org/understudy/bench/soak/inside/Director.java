package org.understudy.bench.soak.inside;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.ProvisionalStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapRequest;
import org.understudy.swap.SwapResult;

/**
 * Exchanges the versions of one resource, one round after the other: to the other version; now and then the same once
 * more, or the neighbour with it; now and then it is rolled back by hand, before or after it was committed. A round ends
 * when everything it has touched is committed or taken back.
 */
final class Director implements Runnable {
    private static final String HIM = "director";
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final int GROUP_PERCENT = 8;
    private static final int AGAIN_PERCENT = 10;
    private static final int BACK_BEFORE_PERCENT = 5;
    private static final int BACK_AFTER_PERCENT = 5;

    private final SwapManager manager;
    private final String name;
    private final Stagehands hands;
    private final Tally tally;
    private final BooleanSupplier over;
    private final Random random;

    Director(SwapManager manager, String name, Stagehands hands, Tally tally, BooleanSupplier over) {
        this.manager = manager;
        this.name = name;
        this.hands = hands;
        this.tally = tally;
        this.over = over;
        this.random = new Random(name.hashCode());
    }

    @Override
    public void run() {
        while (!over.getAsBoolean()) {
            List<String> names = lot(GROUP_PERCENT) ? List.of(name, hands.next(name)) : List.of(name);
            try {
                hands.round(names, () -> round(names));
            } catch (RuntimeException e) {
                tally.failure("a swap of " + names + " threw " + e);
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private boolean lot(int percent) {
        return random.nextInt(100) < percent;
    }

    private void round(List<String> names) {
        settle(names);
        boolean again = names.size() == 1 && lot(AGAIN_PERCENT);
        SwapRequest request = SwapRequest.of(names.stream()
                .map(each -> new GroupMember(each, again ? Candidate.again().allowingBad() : other(each)))
                .toList());
        if (!flipped(manager.swap(request.by(HIM, "soak")))) {
            return;
        }
        if (lot(BACK_BEFORE_PERCENT)) {
            rollBack(names);
        }
        settle(names);
        if (lot(BACK_AFTER_PERCENT)) {
            rollBack(names);
            settle(names);
        }
    }

    private void rollBack(List<String> names) {
        if (manager.resource(name).wayBack().isPresent()) {
            tally.byHand(names, () -> flipped(List.of(manager.rollback(name, HIM, "soak"))));
        }
    }

    private boolean flipped(List<SwapResult> results) {
        results.stream().filter(result -> !result.flipped()).forEach(result -> tally.refused(result.reason()));
        return results.stream().allMatch(SwapResult::flipped);
    }

    /** Waits until nothing is provisional; what the judge leaves to a person is committed. */
    private void settle(List<String> names) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (String each : names) {
            while (!settled(manager.resource(each))) {
                if (System.nanoTime() > deadline) {
                    tally.failure(each + " does not come to rest: " + manager.resource(each));
                    return;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private boolean settled(ResourceStatus resource) {
        if (resource.provisional().filter(ProvisionalStatus::paused).isPresent()) {
            manager.commit(resource.name(), HIM, "the judge cannot tell");
            tally.undecided();
        }
        return resource.provisional().isEmpty() && resource.state() == ResourceStatus.State.ACTIVE;
    }

    private Candidate other(String each) {
        String version = manager.resource(each).activeVersion().orElse("none");
        return Candidate.version(version.equals("1.0.0") ? "1.1.0" : "1.0.0")
                .allowingLower()
                .allowingBad();
    }
}
