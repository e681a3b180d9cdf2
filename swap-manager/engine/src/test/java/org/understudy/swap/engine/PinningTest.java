package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.Lease;
import org.understudy.swap.Pin;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapResult;

/** Requests that are pinned while resources are swapped. Swaps run on threads of their own, as they wait for the pins. */
class PinningTest {
    @TempDir
    Path home;

    private Theatre theatre;
    private SwapEngine engine;

    @BeforeEach
    void open() throws Exception {
        theatre = new Theatre(home);
        engine = theatre.engine;
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private GroupMember member(String resource, String version) {
        return new GroupMember(resource, Candidate.file(theatre.version(resource, version)));
    }

    private CompletableFuture<List<SwapResult>> swapping(GroupMember... members) {
        return CompletableFuture.supplyAsync(() -> engine.swap(List.of(members)));
    }

    private void swap(GroupMember... members) {
        swapping(members).join().forEach(result -> assertEquals("swapped", result.outcome(), result.reason()));
    }

    private void awaitAnswer(String resource, String version) {
        await().until(() -> CompletableFuture.supplyAsync(() -> theatre.call(resource))
                .join()
                .equals(version));
    }

    @Test
    void aPinnedRequestMeetsOneConfigurationOnlyAndTheSwapWaitsForIt() {
        swap(member("sender", "1.0.0"), member("receiver", "1.0.0"));
        Pin pin = engine.pinning().pin();
        String first = theatre.call("sender");
        CompletableFuture<List<SwapResult>> next = swapping(member("sender", "1.1.0"), member("receiver", "1.1.0"));
        awaitAnswer("receiver", "1.1.0");
        String second = theatre.call("receiver");
        long inside = engine.drain("receiver").inside();
        boolean waits = !next.isDone();
        pin.close();

        assertEquals("1.0.0", first);
        assertEquals("1.0.0", second);
        assertEquals(1, inside);
        assertTrue(waits);
        next.join().forEach(result -> assertEquals("swapped", result.outcome(), result.reason()));
        assertEquals("1.1.0", theatre.call("receiver"));
    }

    @Test
    void aLeaseGoesOnOnAnotherThread() {
        swap(member("theme", "1.0.0"));
        Pin pin = engine.pinning().pin();
        Lease lease = pin.lease();
        pin.close();
        CompletableFuture<List<SwapResult>> next = swapping(member("theme", "1.1.0"));
        awaitAnswer("theme", "1.1.0");
        AtomicReference<String> answer = new AtomicReference<>();

        CompletableFuture.runAsync(() -> {
                    try (lease) {
                        lease.run(() -> answer.set(theatre.call("theme")));
                    }
                })
                .join();

        assertEquals("1.0.0", answer.get());
        assertEquals("swapped", next.join().get(0).outcome());
    }

    @Test
    void aPinThatOutlivesTheDeadlineIsCutCountedAndTold() {
        swap(member("theme", "1.0.0"));
        Pin pin = engine.pinning().pin();

        SwapResult result = swapping(member("theme", "1.1.0")).join().get(0);

        assertTrue(result.reason().contains("1 calls were still inside 1.0.0"), result.reason());
        assertEquals(1, engine.drain("theme").cut());
        ResourceUnavailableException told =
                assertThrows(ResourceUnavailableException.class, () -> theatre.call("theme"));
        assertTrue(told.getMessage().contains("still pinned to it"), told.getMessage());
        pin.close();
        assertEquals("1.1.0", theatre.call("theme"));
    }

    @Test
    void aCriticalResourceWaitsForItsPins() {
        GroupMember old =
                new GroupMember("store", Candidate.file(theatre.version("store", "1.0.0", Criticality.CRITICAL, "")));
        GroupMember young =
                new GroupMember("store", Candidate.file(theatre.version("store", "1.1.0", Criticality.CRITICAL, "")));
        swap(old);
        Pin pin = engine.pinning().pin();

        SwapResult result = swapping(young).join().get(0);

        assertEquals("draining", result.outcome(), result.reason());
        assertEquals("1.0.0", theatre.call("store"));
        pin.close();
        await().until(() -> engine.drain("store").inside() == 0);
        assertEquals(0, engine.drain("store").cut());
    }

    @Test
    void aRollbackIsMetByThosePinnedBeforeItAsAnyOtherSwap() {
        swap(member("theme", "1.0.0"));
        swap(member("theme", "1.1.0"));
        Pin pin = engine.pinning().pin();
        CompletableFuture<SwapResult> back = CompletableFuture.supplyAsync(() -> engine.rollback("theme"));
        awaitAnswer("theme", "1.0.0");

        String pinned = theatre.call("theme");
        pin.close();

        assertEquals("1.1.0", pinned);
        assertEquals("rolledBack", back.join().outcome());
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aSwapByAPinnedThreadIsRefusedBecauseEachWouldWaitForTheOther() {
        swap(member("theme", "1.0.0"));
        try (Pin pin = engine.pinning().pin()) {
            SwapResult result = engine.swap(List.of(member("theme", "1.1.0"))).get(0);

            assertEquals("refused", result.outcome(), pin::toString);
            assertTrue(result.reason().contains("close its pin first"), result.reason());
            assertEquals("refused", engine.rollback("theme").outcome());
        }
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void aRepairedVersionIsMetByThosePinnedBefore() {
        swap(member("theme", "1.0.0"));
        try (Pin pin = engine.pinning().pin()) {
            SlotId slot = new SlotId("theme", SlotSide.A);
            theatre.host.running.remove(slot);

            engine.slotWatch().disturbed(slot, "it was stopped");

            assertEquals("1.0.0", theatre.call("theme"), pin::toString);
            assertTrue(theatre.host.running.contains(slot));
        }
    }

    @Test
    void aRestartWaitsForThosePinnedAndHoldsThoseThatComeLater() {
        theatre.host.onlyOne = true;
        GroupMember old = new GroupMember("beacon", Candidate.file(theatre.exclusive("beacon", "1.0.0")));
        GroupMember young = new GroupMember("beacon", Candidate.file(theatre.exclusive("beacon", "1.1.0")));
        swap(old);
        Pin pin = engine.pinning().pin();
        CompletableFuture<List<SwapResult>> next = swapping(young);
        await().until(() -> engine.resource("beacon").state() == org.understudy.swap.ResourceStatus.State.HELD);
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> {
            try (Pin late = engine.pinning().pin()) {
                return theatre.call("beacon") + late.toString().substring(0, 0);
            }
        });

        String pinned = theatre.call("beacon");
        boolean running = theatre.host.running.contains(new SlotId("beacon", SlotSide.A));
        pin.close();

        assertEquals("1.0.0", pinned);
        assertTrue(running);
        assertEquals("1.1.0", later.join());
        assertEquals("swapped", next.join().get(0).outcome());
        assertFalse(theatre.host.running.contains(new SlotId("beacon", SlotSide.A)));
    }

    /** Shown by leaving the others out of the hold: then the request meets 1.0.0 of sender and 1.1.0 of beacon. */
    @Test
    void whoIsPinnedDuringTheRestartOfOneMemberMeetsAllMembersNew() throws Exception {
        theatre.host.onlyOne = false;
        GroupMember sender = member("sender", "1.0.0");
        swap(sender, new GroupMember("beacon", Candidate.file(theatre.exclusive("beacon", "1.0.0"))));
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        Runnable beacon = () -> {
            starting.countDown();
            try {
                mayStart.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        theatre.host.atStart(() -> theatre.host.atStart(beacon)); // sender, of which calls are not held, starts first
        CompletableFuture<List<SwapResult>> next = swapping(
                member("sender", "1.1.0"),
                new GroupMember("beacon", Candidate.file(theatre.exclusive("beacon", "1.1.0"))));
        starting.await();
        CompletableFuture<List<String>> request = CompletableFuture.supplyAsync(() -> {
            try (Pin pin = engine.pinning().pin()) {
                mayStartSoon(mayStart);
                return List.of(theatre.call("sender"), theatre.call("beacon"), pin.toString());
            }
        });

        assertEquals(List.of("1.1.0", "1.1.0"), request.join().subList(0, 2));
        next.join().forEach(result -> assertEquals("swapped", result.outcome(), result.reason()));
    }

    /** Lets the new version start once the request, on this thread, waits for it. */
    private static void mayStartSoon(CountDownLatch mayStart) {
        Thread request = Thread.currentThread();
        new Thread(() -> {
                    await().until(() -> request.getState() == Thread.State.TIMED_WAITING);
                    mayStart.countDown();
                })
                .start();
    }
}
