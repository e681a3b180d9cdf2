package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Offering;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.SwapResult;

/**
 * Several resources come on stage at one instant: whoever has met the new version of one does not meet the old version
 * of another afterwards, on whatever thread.
 */
public class GroupStory extends GreeterStory {
    private static final int REQUESTS = 100_000;
    private static final int FLIPS = 40;

    private final String other = resource + "-other";
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private Path[] ours;
    private Path[] others;
    private Greeting first;
    private Greeting second;

    @Before
    public void bringBoth() throws Exception {
        ours = new Path[] {file(resource, OLD), file(resource, NEW)};
        others = new Path[] {file(other, OLD), file(other, NEW)};
        flip(0);
        first = kept(resource);
        second = kept(other);
    }

    private Path file(String name, String version) throws Exception {
        return made(BundleFile.version(name, version).with(Offering.class).activator(Offering.Good.class));
    }

    private Greeting kept(String name) throws Exception {
        ServiceReference<Greeting> handle = context()
                .getServiceReferences(Greeting.class, "(understudy.resource=" + name + ")")
                .iterator()
                .next();
        return context().getService(handle);
    }

    private List<SwapResult> flip(int version) {
        return manager()
                .swap(List.of(
                        new GroupMember(resource, Candidate.file(ours[version]).allowingLower()),
                        new GroupMember(other, Candidate.file(others[version]).allowingLower())));
    }

    /** What a request has seen, and how many flips had ended before it began. */
    private record Sight(String version, long endedBefore) {}

    private Sight look(Greeting member) {
        long before = ended.get();
        return new Sight(member.greet().version(), before);
    }

    /** Judges a pair, unless more than one flip fell into it: then any order is right. */
    private void judge(Sight seen, String then) {
        long flip = begun.get();
        long flips = flip - seen.endedBefore();
        boolean up = flip % 2 == 1; // the first flip leads from old to new
        boolean mixed = !seen.version().equals(then);
        boolean newThenOld = mixed && seen.version().equals(up ? NEW : OLD);
        if (flips == 0 && mixed || flips == 1 && newThenOld) {
            violations.add(seen.version() + " then " + then + " at flip " + flip);
        }
        requests.incrementAndGet();
    }

    private void callInTurn() {
        Sight seen = look(first);
        judge(seen, second.greet().version());
        seen = look(second);
        judge(seen, first.greet().version());
    }

    private void flipUntilEnough(List<Caller> callers) {
        for (int i = 1; i <= FLIPS || requests.get() < REQUESTS; i++) {
            begun.incrementAndGet();
            for (SwapResult result : flip(i % 2)) {
                assertEquals(result.toString(), "swapped", result.outcome());
            }
            ended.incrementAndGet();
            callers.forEach(Caller::assertAllAnswered);
        }
    }

    @Test
    public void whoCallsAllMembersInTurnNeverMeetsAnOldOneAfterANewOne() {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            callers.add(Caller.of("in turn " + i, () -> {
                callInTurn();
                return NEW;
            }));
        }
        try {
            flipUntilEnough(callers);
        } finally {
            callers.forEach(Caller::close);
        }
        assertEquals(List.of(), violations);
        assertTrue(requests.get() >= REQUESTS);
    }

    @Test
    public void aThreadThatIsToldByAnotherDoesNotMeetAnOldOneEither() {
        SynchronousQueue<Sight> told = new SynchronousQueue<>();
        Caller teller = Caller.of("telling", () -> {
            told.offer(look(first), 1, java.util.concurrent.TimeUnit.MILLISECONDS);
            return NEW;
        });
        Caller listener = Caller.of("told", () -> {
            Sight seen = told.poll(1, java.util.concurrent.TimeUnit.MILLISECONDS);
            if (seen != null) {
                judge(seen, second.greet().version());
            }
            return NEW;
        });
        try {
            flipUntilEnough(List.of(teller, listener));
        } finally {
            teller.close();
            listener.close();
        }
        assertEquals(List.of(), violations);
    }

    @Test
    public void withOneFlipAfterTheOtherTheSameRequestsDoMeetAnOldOneAfterANewOne() {
        Caller caller = Caller.of("in turn", () -> {
            callInTurn();
            return NEW;
        });
        try {
            for (int i = 1; violations.isEmpty() && i < 400; i++) {
                begun.incrementAndGet();
                boolean oursFirst = i % 4 < 2; // in both orders, as a request may ask for either first
                swapAlone(oursFirst, i % 2);
                swapAlone(!oursFirst, i % 2);
                ended.incrementAndGet();
            }
        } finally {
            caller.close();
        }
        assertTrue("the test would not notice", !violations.isEmpty());
    }

    private void swapAlone(boolean our, int version) {
        manager()
                .swap(
                        our ? resource : other,
                        Candidate.file((our ? ours : others)[version]).allowingLower());
    }

    @Test
    public void whatCameTogetherGoesBackTogether() {
        flip(1);

        SwapResult back = manager().rollback(other);

        assertEquals(back.toString(), "rolledBack", back.outcome());
        assertEquals(OLD, first.greet().version());
        assertEquals(OLD, second.greet().version());
    }

    @Test
    public void aMemberThatFailsItsStartLeavesNoOtherAlone() throws Exception {
        others[1] = made(BundleFile.version(other, NEW)
                .with(Offering.class, Offering.Good.class)
                .activator(Offering.Throwing.class));

        List<SwapResult> results = flip(1);

        assertEquals("refused", results.get(0).outcome());
        assertTrue(results.get(0).reason(), results.get(0).reason().contains("together with " + other));
        assertTrue(results.get(1).reason(), results.get(1).reason().contains("no mood for it"));
        assertEquals(OLD, first.greet().version());
        assertEquals(OLD, second.greet().version());
    }
}
