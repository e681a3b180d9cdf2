package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.understudy.itest.felix.greeting.Farewell;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.greeting.Polls;
import org.understudy.itest.felix.part.Actor;
import org.understudy.itest.felix.part.Greeter;
import org.understudy.itest.felix.part.Offering;
import org.understudy.itest.felix.part.Poller;
import org.understudy.itest.felix.part.Slow;
import org.understudy.resource.OnStage;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapResult;

/** A version learns when it is on stage and when not, and what works in the background works there once. */
public class OnStageStory extends GreeterStory {
    /** Whose book it is: the resources of other methods are still on stage. */
    private static final String READER = "reader";

    private final PollBook book = new PollBook();
    private ServiceRegistration<Polls> registration;

    /** What pollers did, and the polls of versions that were not to poll then. */
    private static final class PollBook implements Polls {
        private final List<String> entries = new CopyOnWriteArrayList<>();
        private final List<String> offStage = new CopyOnWriteArrayList<>();
        private volatile String polling = "";
        private volatile long polls;

        @Override
        public void begins(String version) {
            entries.add("begins " + version);
            polling = version;
            polls = 0;
        }

        @Override
        public void polled(String version) {
            if (!polling.equals(version)) {
                offStage.add(version + " beside " + polling);
            }
            polls++;
        }

        @Override
        public void ends(String version) {
            entries.add("ends " + version);
        }

        void awaitPollsOf(String version) {
            Await.until(
                    () -> version + " polls; " + entries,
                    () -> polling.equals(version)
                            && entries.get(entries.size() - 1).equals("begins " + version)
                            && polls > 3);
        }
    }

    @Before
    public void layTheBookOut() {
        registration = context().registerService(Polls.class, book, new Hashtable<>(Map.of(READER, resource)));
    }

    @After
    public void takeTheBookAway() {
        registration.unregister();
    }

    @Test
    public void ofTwoStartedVersionsTheOneOnStagePolls() throws Exception {
        bring(poller(OLD));
        book.awaitPollsOf(OLD);

        bring(poller(NEW));
        book.awaitPollsOf(NEW);
        assertEquals(2, started().count());
        manager().rollback(resource);
        book.awaitPollsOf(OLD);

        assertEquals(List.of("begins 1.0.0", "ends 1.0.0", "begins 1.1.0", "ends 1.1.0", "begins 1.0.0"), book.entries);
        assertEquals(List.of(), book.offStage);
    }

    @Test
    public void aVersionThatIsBroughtBackPollsAgain() throws Exception {
        bring(poller(OLD));
        book.awaitPollsOf(OLD);

        active().stop();

        Await.until(book.entries::toString, () -> book.entries.size() == 3);
        book.awaitPollsOf(OLD);
        assertEquals(List.of("begins 1.0.0", "ends 1.0.0", "begins 1.0.0"), book.entries);
    }

    @Test
    public void aVersionThatIsRefusedNeverPolled() throws Exception {
        bring(poller(OLD));
        book.awaitPollsOf(OLD);

        String lonely = component("", "singleton")
                .replace("name='" + resource, "name='lonely")
                .replace(
                        "</scr:component>",
                        "<reference interface='" + Farewell.class.getName()
                                + "' target='(never=so)'/></scr:component>");
        SwapResult result = offer(poller(NEW).with(Greeter.class).component("lonely", lonely));

        assertEquals(result.toString(), "refused", result.outcome());
        assertEquals(List.of("begins 1.0.0"), book.entries);
    }

    @Test
    public void aComponentWithAServiceIsToldOnStageAndOff() throws Exception {
        bring(actor(OLD));
        Greeting old = keptIn(active());
        bring(actor(NEW));

        assertEquals("on stage", greeted().word());
        assertEquals(NEW, greeted().version());
        assertEquals(OLD, old.greet().version());
        assertEquals("off stage", old.greet().word());

        manager().rollback(resource);
        assertEquals("on stage", greeted().word());
        assertEquals(OLD, greeted().version());
    }

    @Test
    public void aServiceThatIsOfferedOnStageOnlyIsRefusedWithTheWayOut() throws Exception {
        bring(greeter(OLD));
        String late = component("", "singleton")
                .replace(
                        "<implementation",
                        "<property name='osgi.ds.satisfying.condition.target' value='" + OnStage.TARGET
                                + "'/><implementation")
                .replace("v1.3.0", "v1.5.0");

        SwapResult result =
                offer(BundleFile.version(resource, NEW).with(Greeter.class).component(resource, late));

        assertEquals(result.toString(), "refused", result.outcome());
        for (String word : List.of("component " + resource, Greeting.class.getName(), "optional, dynamic reference")) {
            assertTrue(result.reason(), result.reason().contains(word));
        }
        assertAnswers(OLD);
    }

    @Test
    public void onlyTheActiveSlotSeesTheConditionAndItSeesOnlyItsOwn() throws Exception {
        Map<String, Object> forged = Map.of(Condition.CONDITION_ID, OnStage.CONDITION);
        ServiceRegistration<Condition> stranger =
                context().registerService(Condition.class, Condition.INSTANCE, new Hashtable<>(forged));
        try {
            bring(poller(OLD));
            bring(poller(NEW));
            book.awaitPollsOf(NEW);

            assertEquals(List.of(stranger.getReference()), conditionsSeenBy(context()));
            started().forEach(bundle -> {
                List<ServiceReference<?>> seen = conditionsSeenBy(bundle.getBundleContext());
                assertEquals(bundle + " sees " + seen, bundle.equals(active()) ? 1 : 0, seen.size());
                assertTrue(seen.stream().noneMatch(stranger.getReference()::equals));
            });
        } finally {
            stranger.unregister();
        }
    }

    @Test
    public void nobodyElseIsToldWhoComesOnStage() throws Exception {
        List<ServiceReference<?>> told = new CopyOnWriteArrayList<>();
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.REGISTERED) { // who never had it does not mind that it goes
                told.add(event.getServiceReference());
            }
        };
        context().addServiceListener(listener, OnStage.TARGET);

        bring(poller(OLD));
        bring(poller(NEW));
        book.awaitPollsOf(NEW);

        context().removeServiceListener(listener);
        assertEquals(List.of(), told);
    }

    @Test
    public void aVersionThatHangsInLeavingIsQuarantinedAndTheNextOneWorks() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        System.getProperties().put(Offering.LATCH, latch);
        try {
            bring(onStage(greeter(OLD), Slow.Leaving.class).with(Slow.class, Offering.class));

            bring(poller(NEW));

            book.awaitPollsOf(NEW);
            assertTrue(manager().slots(resource).stream().anyMatch(slot -> slot.state() == SlotState.QUARANTINED));
            assertAnswers(NEW);
            bring(poller("1.2.0"));
            book.awaitPollsOf("1.2.0");
        } finally {
            latch.countDown();
            System.getProperties().remove(Offering.LATCH);
        }
        assertEquals(List.of(), book.offStage);
    }

    @Test
    public void aVersionThatHangsInEnteringAnswersAllTheSameAndIsNotToldOnceItHasLeft() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        System.getProperties().put(Offering.LATCH, latch);
        try {
            bring(greeter(OLD));

            bring(onStage(greeter(NEW), Slow.Entering.class).with(Slow.class, Offering.class));

            assertAnswers(NEW);
            assertEquals(List.of(), conditionsSeenBy(context()));
        } finally {
            latch.countDown();
        }
        manager().rollback(resource);
        System.getProperties().remove(Offering.LATCH);
        assertAnswers(OLD);
        assertEquals(1, conditionsSeenBy(active().getBundleContext()).size());
    }

    /** A version that greets, so that it stays started as the way back, and polls. */
    private BundleFile poller(String version) throws IOException {
        return onStage(greeter(version), Poller.class);
    }

    /** The same with a component besides that works in the background, on stage only. */
    private BundleFile onStage(BundleFile bundle, Class<?> component) throws IOException {
        String book = component == Poller.class
                ? "<reference name='polls' bind='setPolls' target='(" + READER + "=" + resource + ")' interface='"
                        + Polls.class.getName() + "'/>"
                : "";
        return bundle.with(component)
                .component(
                        "background",
                        "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.5.0' name='background of "
                                + resource + "' activate='activate' deactivate='deactivate'>"
                                + "<property name='osgi.ds.satisfying.condition.target' value='" + OnStage.TARGET
                                + "'/>" + book + "<implementation class='" + component.getName()
                                + "'/></scr:component>");
    }

    private BundleFile actor(String version) throws IOException {
        return BundleFile.version(resource, version)
                .header(
                        "Import-Package",
                        "org.osgi.framework,org.osgi.service.condition," + Greeting.class.getPackageName())
                .with(Actor.class)
                .component(
                        resource,
                        "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='" + resource
                                + "' activate='activate'><implementation class='" + Actor.class.getName() + "'/>"
                                + "<service><provide interface='" + Greeting.class.getName() + "'/></service>"
                                + reference("bind='enter' unbind='leave' cardinality='0..1' policy='dynamic'")
                                + "</scr:component>");
    }

    private static String reference(String attributes) {
        return "<reference name='stage' interface='" + Condition.class.getName() + "' target='" + OnStage.TARGET + "' "
                + attributes + "/>";
    }

    private Stream<Bundle> started() {
        return manager().slots(resource).stream()
                .map(slot -> context().getBundle(slot.bundleId()))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE);
    }

    private Bundle active() {
        return manager().slots(resource).stream()
                .filter(SlotStatus::active)
                .map(slot -> context().getBundle(slot.bundleId()))
                .findFirst()
                .orElseThrow();
    }

    private static Greeting keptIn(Bundle slot) {
        return Stream.of(slot.getRegisteredServices())
                .map(slot.getBundleContext()::getService)
                .filter(Greeting.class::isInstance)
                .map(Greeting.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<ServiceReference<?>> conditionsSeenBy(BundleContext context) {
        try {
            ServiceReference<?>[] seen = context.getAllServiceReferences(Condition.class.getName(), OnStage.TARGET);
            return seen == null ? List.of() : List.of(seen);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
