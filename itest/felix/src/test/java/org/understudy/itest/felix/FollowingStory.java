package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;

import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.understudy.itest.felix.greeting.Farewell;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.swap.SlotStatus;

/** Between swaps the handles follow what the version on stage offers, and whoever calls notices nothing. */
public class FollowingStory extends GreeterStory {
    private static final String MOOD = "mood";

    @Test
    public void aServiceThatComesLaterGetsAHandle() throws Exception {
        bring(greeter(OLD));
        Greeting kept = keptGreeting();
        try (Caller keeper = Caller.of("kept greeting", () -> kept.greet().version())) {
            keeper.expects(OLD);

            registerFarewell(slot(true), "late", "fair");

            Await.until("the farewell has a handle", () -> farewells().size() == 1);
            assertEquals("late", farewell());
            assertEquals("fair", handleOfFarewell().getProperty(MOOD));
            keeper.awaitCalls(50);
        }
    }

    @Test
    public void changedPropertiesAreMirroredByTheHandleThatIsThere() throws Exception {
        bring(greeter(OLD));
        ServiceRegistration<Farewell> registration = registerFarewell(slot(true), "bye", "fair");
        Await.until("the farewell has a handle", () -> farewells().size() == 1);
        ServiceReference<Farewell> handle = handleOfFarewell();
        List<Integer> events = new CopyOnWriteArrayList<>();
        ServiceListener listener = event -> events.add(event.getType());
        context().addServiceListener(listener, filter());

        registration.setProperties(new Hashtable<>(Map.of(MOOD, "foul")));

        Await.until("the handle is in another mood", () -> "foul".equals(handle.getProperty(MOOD)));
        Await.until("who listens is told", () -> !events.isEmpty()); // a moment after the properties are there
        context().removeServiceListener(listener);
        assertEquals(List.of(ServiceEvent.MODIFIED), events);
        assertEquals(List.of(handle), List.copyOf(farewells()));
        assertEquals("bye", farewell());
    }

    @Test
    public void aServiceThatGoesTakesItsHandleAlongAndOneThatReturnsHasOneAgain() throws Exception {
        bring(greeter(OLD));
        Greeting kept = keptGreeting();
        ServiceRegistration<Farewell> registration = registerFarewell(slot(true), "bye", "fair");
        Await.until("the farewell has a handle", () -> farewells().size() == 1);
        try (Caller keeper = Caller.of("kept greeting", () -> kept.greet().version())) {
            keeper.expects(OLD);

            registration.unregister();

            Await.until("the handle of the farewell is gone", () -> farewells().isEmpty());
            registerFarewell(slot(true), "bye again", "fair");
            Await.until("the farewell has a handle", () -> farewells().size() == 1);
            assertEquals("bye again", farewell());
            keeper.awaitCalls(50);
        }
    }

    @Test
    public void whatTheVersionOffStageRegistersConcernsNobody() throws Exception {
        bring(greeter(OLD));
        bring(greeter(NEW));

        registerFarewell(slot(false), "from off stage", "fair");
        registerFarewell(slot(true), "from the stage", "fair");

        Await.until("the farewell has a handle", () -> farewells().size() == 1);
        assertEquals("from the stage", farewell());
    }

    @Test
    public void aServiceThatCameLaterMustGoOnInTheNextVersion() throws Exception {
        bring(greeter(OLD));
        registerFarewell(slot(true), "late", "fair");
        Await.until("the farewell has a handle", () -> farewells().size() == 1);

        assertEquals("refused", offer(greeter(NEW)).outcome());

        assertEquals("late", farewell());
        assertAnswers(OLD);
    }

    /** Registers it as the version in the slot would. */
    private static ServiceRegistration<Farewell> registerFarewell(BundleContext slot, String words, String mood) {
        return slot.registerService(Farewell.class, () -> words, new Hashtable<>(Map.of(MOOD, mood)));
    }

    private BundleContext slot(boolean active) {
        return manager().slots(resource).stream()
                .filter(slot -> slot.active() == active)
                .map(SlotStatus::bundleId)
                .map(id -> context().getBundle(id).getBundleContext())
                .findFirst()
                .orElseThrow();
    }

    private String filter() {
        return "(&(objectClass=" + Farewell.class.getName() + ")(understudy.resource=" + resource + "))";
    }

    private Collection<ServiceReference<Farewell>> farewells() {
        try {
            return context().getServiceReferences(Farewell.class, filter());
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private ServiceReference<Farewell> handleOfFarewell() {
        return farewells().iterator().next();
    }

    private String farewell() {
        ServiceReference<Farewell> handle = handleOfFarewell();
        try {
            return context().getService(handle).part();
        } finally {
            context().ungetService(handle);
        }
    }
}
