package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Offering;
import org.understudy.swap.Candidate;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapResult;

/** The framework is busy with a refresh of somebody else: it starts nothing meanwhile, and that is no version's fault. */
public class RefreshStory extends GreeterStory {
    private static final long LONGER_THAN_A_START_MAY_TAKE = TimeUnit.SECONDS.toNanos(6);

    @Test
    public void aSwapDuringALongRefreshWaitsForItsEndAndTheCallsGoOn() throws Exception {
        bring(greeter(OLD));
        StageResult staged = manager().stage(resource, Candidate.file(made(greeter(NEW))));
        assertTrue(staged.toString(), staged instanceof StageResult.Staged);
        CountDownLatch latch = new CountDownLatch(1);
        System.getProperties().put(Offering.LATCH, latch);
        Bundle lingering = context()
                .installBundle(made(BundleFile.plain("itest.lingering", OLD)
                                .with(Offering.Good.class)
                                .activator(Offering.Lingering.class))
                        .toUri()
                        .toString());
        lingering.start();
        Greeting kept = keptGreeting();
        try (Caller keeper = Caller.of("kept greeting", () -> kept.greet().version())) {
            CompletableFuture<Void> refresh = CompletableFuture.runAsync(() -> refresh(lingering));
            Await.until("the refresh is under way", () -> lingering.getState() == Bundle.STOPPING);
            long began = System.nanoTime();

            CompletableFuture<SwapResult> swap =
                    CompletableFuture.supplyAsync(() -> manager().swap(resource, Candidate.staged()));

            Await.until(
                    "it is longer than a start may take",
                    () -> System.nanoTime() - began > LONGER_THAN_A_START_MAY_TAKE);
            keeper.awaitCalls(100);
            latch.countDown();
            refresh.get();
            assertEquals(swap.get().reason(), "swapped", swap.get().outcome());
            keeper.expects(NEW);
            keeper.awaitCalls(100);
        } finally {
            latch.countDown();
            lingering.uninstall();
            System.getProperties().remove(Offering.LATCH);
        }
        assertAnswers(NEW);
    }
}
