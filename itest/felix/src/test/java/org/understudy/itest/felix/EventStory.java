package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.ServiceReference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.understudy.itest.felix.part.Listening;
import org.understudy.swap.Candidate;
import org.understudy.swap.SwapResult;

/** Event handlers are swapped under events: each event is handled once, and a slow version is not held against its successor. */
public class EventStory extends GreeterStory {
    private static final int FLIPS = 100;
    private static final int MOST = 2_000_000;
    private static final String TIMEOUT_MILLIS = "1000";

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLongArray handled = new AtomicLongArray(MOST);
    private final List<String> versions = new CopyOnWriteArrayList<>();
    private ServiceReference<EventAdmin> reference;
    private EventAdmin events;

    /** With a patience of Event Admin that suits a test. */
    @Override
    @Configuration
    public Option[] framework() throws IOException {
        Option[] shipped = super.framework();
        Option[] all = Arrays.copyOf(shipped, shipped.length + 1);
        all[shipped.length] = CoreOptions.frameworkProperty("org.apache.felix.eventadmin.Timeout")
                .value(TIMEOUT_MILLIS);
        return all;
    }

    @Before
    public void listen() {
        reference = context().getServiceReference(EventAdmin.class);
        events = context().getService(reference);
        BiConsumer<String, Object> ledger = (version, sequence) -> {
            handled.incrementAndGet(((Long) sequence).intValue());
            if (versions.isEmpty() || !versions.get(versions.size() - 1).equals(version)) {
                versions.add(version);
            }
        };
        System.getProperties().put(Listening.LEDGER, ledger);
    }

    @After
    public void forget() {
        context().ungetService(reference);
        System.getProperties().remove(Listening.LEDGER);
        System.getProperties().remove(Listening.LATCH);
    }

    private BundleFile handler(String version, Class<?> activator) throws IOException {
        return BundleFile.version(resource, version)
                .header("Import-Package", "org.osgi.framework,org.osgi.service.event")
                .withAllOf(Listening.class)
                .activator(activator);
    }

    private String send() {
        events.sendEvent(event());
        return versions.isEmpty() ? "nobody" : versions.get(versions.size() - 1);
    }

    /** Event Admin denies a handler when its patience is over, and still has the sender wait for it. */
    private void sendUntilDenied() {
        long began = System.nanoTime();
        new Thread(this::send, Caller.THREAD + "sends to a slow handler").start();
        Await.until(
                "Event Admin's patience is over",
                () -> System.nanoTime() - began > 2_000_000L * Long.parseLong(TIMEOUT_MILLIS));
    }

    private Event event() {
        return new Event(Listening.topic("itest." + resource), Map.of("sequence", sent.getAndIncrement()));
    }

    private long handledTimes(long times) {
        long count = 0;
        for (int i = 0; i < sent.get(); i++) {
            if (handled.get(i) == times) {
                count++;
            }
        }
        return count;
    }

    @Test
    public void eachEventIsHandledOnceOverManyFlips() throws Exception {
        bring(handler(NEW, Listening.Quick.class));
        bring(handler(OLD, Listening.Quick.class));
        Caller synchronous = Caller.of("sends", this::send);
        Caller posting = Caller.of("posts", () -> {
            events.postEvent(event());
            LockSupport.parkNanos(200_000);
            return OLD;
        });
        try {
            for (int i = 0; i < FLIPS; i++) {
                SwapResult result = manager()
                        .swap(
                                resource,
                                Candidate.version(i % 2 == 0 ? NEW : OLD).allowingLower());
                assertEquals(result.toString(), "swapped", result.outcome());
                synchronous.awaitCalls(3);
            }
        } finally {
            synchronous.close();
            posting.close();
        }

        Await.until("all " + sent + " events are handled", () -> handledTimes(0) == 0);
        assertEquals(sent.get(), handledTimes(1));
        assertTrue("both versions have handled events", versions.size() >= FLIPS / 2);
    }

    @Test
    public void aVersionThatEventAdminDeniesIsNotHeldAgainstTheNext() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        System.getProperties().put(Listening.LATCH, latch);
        bring(handler(OLD, Listening.Slow.class));
        send(); // Event Admin waits for the first event of a handler however long it takes
        sendUntilDenied();
        latch.countDown();
        Await.until("the slow event is handled", () -> handledTimes(1) == 2);
        send();
        assertEquals("the slow version is denied", 1, handledTimes(0));

        bring(handler(NEW, Listening.Quick.class));

        assertEquals(NEW, send());
    }

    @Test
    public void aHandlerThatNeverReturnsIsNotHeldAgainstTheNext() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        System.getProperties().put(Listening.LATCH, latch);
        bring(handler(OLD, Listening.Slow.class));
        send();
        sendUntilDenied();
        try {
            bring(handler(NEW, Listening.Quick.class)); // its drain ends at the deadline

            assertEquals(NEW, send());
        } finally {
            latch.countDown();
        }
        Await.until("the slow event is handled", () -> handledTimes(1) == 3);
    }
}
