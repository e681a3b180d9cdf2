package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Offering;
import org.understudy.swap.Candidate;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapResult;

/** Versions that cannot run side by side are stopped and started, and whoever calls meanwhile waits a moment. */
public class RestartStory extends GreeterStory {
    private static final int SWAPS = 20;

    @After
    public void forgetThePorts() {
        System.clearProperty(Offering.PORT + OLD);
        System.clearProperty(Offering.PORT + NEW);
        System.getProperties().remove(Offering.INSIDE);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private BundleFile portHolder(String version, int port) throws Exception {
        System.setProperty(Offering.PORT + version, String.valueOf(port));
        return offering(version, Offering.PortHolder.class);
    }

    private BundleFile offering(String version, Class<?> activator) throws Exception {
        return BundleFile.version(resource, version)
                .with(Offering.Good.class, Offering.class)
                .activator(activator);
    }

    @Test
    public void ofTwoThatHoldOnePortOneRunsAtATimeAndNoCallFails() throws Exception {
        int port = freePort();
        Path old = made(portHolder(OLD, port).exclusive("port " + port));
        Path next = made(portHolder(NEW, port).exclusive("port " + port));
        offer(resource, old);
        Greeting greeting = keptGreeting();

        try (Caller caller = Caller.of("greeting", () -> greeting.greet().version())) {
            for (int i = 0; i < SWAPS; i++) {
                caller.expects(null);
                SwapResult result = offer(resource, i % 2 == 0 ? next : old);
                assertEquals(result.toString(), "swapped", result.outcome());
                assertTrue(result.toString(), result.timing().gapMillis() > 0);
                caller.expects(i % 2 == 0 ? NEW : OLD);
                caller.awaitCalls(100);
            }
            caller.assertAllAnswered();
        }
    }

    @Test
    public void withoutTheDeclarationTheSecondFindsThePortTaken() throws Exception {
        int port = freePort();
        bring(portHolder(OLD, port));

        SwapResult result = offer(portHolder(NEW, port));

        assertEquals(result.toString(), "refused", result.outcome());
        assertTrue(result.reason(), result.reason().contains("Address already in use"));
        assertAnswers(OLD);
    }

    @Test
    public void aPortThatSomebodyElseHoldsIsNamedAndTheOldVersionAnswersAgain() throws Exception {
        bring(portHolder(OLD, freePort()).exclusive("a port"));
        Greeting greeting = keptGreeting();

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Caller caller = Caller.of("greeting", () -> greeting.greet().version())) {
            caller.expects(OLD);
            SwapResult result = offer(portHolder(NEW, taken.getLocalPort()).exclusive("a port"));

            assertEquals(result.toString(), "refused", result.outcome());
            assertTrue(result.reason(), result.reason().contains("Address already in use"));
            caller.awaitCalls(100);
            assertEquals(
                    ResourceStatus.State.ACTIVE, manager().resource(resource).state());
        }
    }

    @Test
    public void aCallThatComesBackToItsOwnResourceDoesNotLockTheSwapUp() throws Exception {
        bring(offering(OLD, Offering.CallingBack.class).exclusive("something"));
        Greeting greeting = keptGreeting();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        System.getProperties().put(Offering.INSIDE, (Runnable) () -> {
            System.getProperties().remove(Offering.INSIDE);
            inside.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertEquals(OLD, greeting.greet().version());
        });
        FutureTask<String> call = new FutureTask<>(() -> greeting.greet().version());
        FutureTask<SwapResult> swap = new FutureTask<>(
                () -> offer(offering(NEW, Offering.CallingBack.class).exclusive("something")));

        new Thread(call, Caller.THREAD + "coming back").start();
        inside.await();
        new Thread(swap, Caller.THREAD + "swapping").start();
        Await.until("calls are held", () -> manager().resource(resource).state() == ResourceStatus.State.HELD);
        goOn.countDown();

        assertEquals(OLD, call.get(20, TimeUnit.SECONDS));
        SwapResult result = swap.get(20, TimeUnit.SECONDS);
        assertEquals(result.toString(), "swapped", result.outcome());
        assertAnswers(NEW);
    }

    @Test
    public void aPlanSaysThatCallsWillBeHeldAndTheNextOneHowLong() throws Exception {
        int port = freePort();
        bring(portHolder(OLD, port).exclusive("port " + port));
        Path next = made(portHolder(NEW, port).exclusive("port " + port));

        SwapPlan before = manager().plan(resource, Candidate.file(next));
        SwapResult result = offer(resource, next);
        SwapPlan after = manager().plan(resource, Candidate.version(OLD).allowingLower());

        assertEquals(SwapPlan.Manner.RESTART, before.manner());
        assertTrue(before.warnings().toString(), before.warnings().toString().contains("port " + port));
        assertEquals(Math.ceil(result.timing().gapMillis()), after.heldMillis(), 0);
    }

    @Test
    public void aServiceOfAClassIsSeenAsItIsAndItsVersionIsSwappedByARestart() throws Exception {
        String type = Offering.OfClass.class.getName();
        bring(offering(OLD, Offering.Good.class));
        assertNull(context().getServiceReference(type));

        SwapResult result = offer(offering(NEW, Offering.OfClass.class));
        Bundle owner = context().getAllServiceReferences(type, null)[0].getBundle();
        SwapPlan plan = manager().plan(resource, Candidate.version(OLD).allowingLower());

        assertEquals(result.toString(), "swapped", result.outcome());
        assertTrue(owner.toString(), owner.getLocation().startsWith("understudy:slot/" + resource));
        assertEquals(SwapPlan.Manner.RESTART, plan.manner());
        assertTrue(plan.warnings().toString(), plan.warnings().toString().contains(type));
        assertAnswers(NEW);

        manager().rollback(resource);
        assertNull(context().getAllServiceReferences(type, null));
        assertAnswers(OLD);
    }

    @Test
    public void ofABundleThatOffersNothingTheOldVersionIsStoppedAfterTheNewOneStarted() throws Exception {
        bring(offering(OLD, Offering.Silent.class));
        SwapResult result = offer(offering(NEW, Offering.Silent.class));

        assertEquals(result.toString(), "swapped", result.outcome());
        assertTrue(manager().slots(resource).stream()
                .filter(slot -> !slot.active())
                .map(SlotStatus::bundleId)
                .allMatch(id -> context().getBundle(id).getState() == Bundle.RESOLVED));
        assertEquals(NEW, manager().resource(resource).activeVersion().orElseThrow());
    }
}
