package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.swap.SlotStatus;

/** A handle has the scope of the service it stands for, over all versions, and nothing is left behind. */
public class ScopesStory extends GreeterStory {
    private Bundle neighbour;

    @Before
    public void anotherConsumerIsThere() throws Exception {
        neighbour = context()
                .installBundle(
                        made(BundleFile.plain("itest.neighbour", OLD)).toUri().toString());
        neighbour.start();
    }

    @After
    public void theOtherConsumerGoes() throws BundleException {
        neighbour.uninstall();
    }

    @Test
    public void allConsumersShareASingleton() throws Exception {
        bring(greeter(OLD, "", "singleton"));

        Greeting mine = keptGreeting();
        Greeting others = neighboursGreeting();

        assertEquals(Constants.SCOPE_SINGLETON, handle().getProperty(Constants.SERVICE_SCOPE));
        assertSame(mine, others);
        assertEquals(1, greeted().living());
    }

    @Test
    public void eachBundleHasItsOwnObjectOfABundleScopedServiceInEachVersion() throws Exception {
        bring(greeter(OLD, "", "bundle"));
        int quiet = greeted().living();
        Greeting mine = keptGreeting();
        Greeting others = neighboursGreeting();
        assertEquals(Constants.SCOPE_BUNDLE, handle().getProperty(Constants.SERVICE_SCOPE));
        assertSame(mine, keptGreeting());
        assertNotEquals(mine.greet().instance(), others.greet().instance());

        bring(greeter(NEW, "", "bundle"));

        assertEquals(NEW, mine.greet().version());
        assertEquals(NEW, others.greet().version());
        assertNotEquals(mine.greet().instance(), others.greet().instance());
        neighbour.stop();
        context().ungetService(handle());
        context().ungetService(handle());
        awaitLiving(quiet);
    }

    @Test
    public void prototypesHeldOverASwapGoOnAndAreReleasedWhenGivenBack() throws Exception {
        bring(greeter(OLD, "", "prototype"));
        int quiet = greeted().living();
        ServiceObjects<Greeting> objects = context().getServiceObjects(handle());
        List<Greeting> held = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            held.add(objects.getService());
        }
        Greeting first = held.get(0);
        assertEquals(Constants.SCOPE_PROTOTYPE, handle().getProperty(Constants.SERVICE_SCOPE));
        assertNotSame(first, held.get(1));
        assertEquals(5, instances(held));
        try (Caller keeper = Caller.of("held prototype", () -> first.greet().version())) {

            bring(greeter(NEW, "", "prototype"));

            keeper.expects(NEW);
            keeper.awaitCalls(100);
        }
        assertEquals(5, instances(held));
        awaitLiving(quiet + 5);
        held.forEach(objects::ungetService);
        awaitLiving(quiet);
    }

    @Test
    public void aPrototypeGoesBackWithTheWayBack() throws Exception {
        bring(greeter(OLD, "", "prototype"));
        int quiet = greeted().living();
        ServiceObjects<Greeting> objects = context().getServiceObjects(handle());
        Greeting held = objects.getService();
        assertEquals(OLD, held.greet().version());
        bring(greeter(NEW, "", "prototype"));
        assertEquals(NEW, held.greet().version());

        manager().rollback(resource);

        assertEquals(OLD, held.greet().version());
        objects.ungetService(held);
        awaitLiving(quiet);
    }

    @Test
    public void theObjectsOfAConsumerThatStopsAreReleased() throws Exception {
        bring(greeter(OLD, "", "prototype"));
        int quiet = greeted().living();
        ServiceObjects<Greeting> objects = neighbour.getBundleContext().getServiceObjects(handle());
        objects.getService().greet();
        objects.getService().greet();
        awaitLiving(quiet + 2);

        neighbour.stop();

        awaitLiving(quiet);
    }

    @Test
    public void swapsLeaveNoUseCountAtASingleton() throws Exception {
        leaveNoUseCount("singleton");
    }

    @Test
    public void swapsLeaveNoUseCountAtABundleScopedService() throws Exception {
        leaveNoUseCount("bundle");
    }

    @Test
    public void swapsLeaveNoUseCountAtAPrototype() throws Exception {
        leaveNoUseCount("prototype");
    }

    private void leaveNoUseCount(String scope) throws Exception {
        bring(greeter(OLD, "", scope));
        for (int round = 0; round < 3; round++) {
            Greeting kept = keptGreeting();
            assertEquals(OLD, kept.greet().version());
            bring(greeter(NEW, "", scope));
            assertEquals(NEW, kept.greet().version());
            manager().rollback(resource);
            assertEquals(OLD, kept.greet().version());
            context().ungetService(handle());
        }
        SlotStatus active = manager().slots(resource).stream()
                .filter(SlotStatus::active)
                .findFirst()
                .orElseThrow();
        for (ServiceReference<?> service :
                context().getBundle(active.bundleId()).getRegisteredServices()) {
            List<String> users = Arrays.stream(service.getUsingBundles())
                    .map(Bundle::getSymbolicName)
                    .toList();
            assertEquals(List.of("org.understudy.swap.provider"), users);
        }
    }

    private static long instances(List<Greeting> held) {
        return held.stream().map(one -> one.greet().instance()).distinct().count();
    }

    private Greeting neighboursGreeting() {
        BundleContext context = neighbour.getBundleContext();
        return context.getService(handle());
    }

    /** Waits until the version on stage has so many objects in use, that of the asking look-up included. */
    private void awaitLiving(int count) {
        Await.until(
                () -> count + " objects live, not " + greeted(), () -> greeted().living() == count);
    }
}
