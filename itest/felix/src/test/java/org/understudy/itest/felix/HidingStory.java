package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.understudy.newsroom.Theme;
import org.understudy.swap.SlotStatus;

/** Consumers see one handle and nothing of what goes on behind it. */
public class HidingStory extends Story {
    private static final String THEMES = "(objectClass=" + Theme.class.getName() + ")";

    @Test
    public void aConsumerSeesTheHandleAndNothingElse() {
        bring(OLD);
        swap(NEW); // two versions are started now

        List<ServiceReference<?>> seen = themesSeenBy(context());

        assertEquals(seen.toString(), 1, seen.size());
        assertEquals("understudy:front/theme/1", seen.get(0).getBundle().getLocation());
        rollback();
    }

    @Test
    public void aSlotSeesItsOwnServiceAndNotTheHandle() {
        bring(OLD);
        swap(NEW);

        for (SlotStatus slot : manager().slots(THEME)) {
            Bundle bundle = context().getBundle(slot.bundleId());
            List<ServiceReference<?>> seen = themesSeenBy(bundle.getBundleContext());
            assertEquals(slot + " sees " + seen, 1, seen.size());
            assertEquals(bundle, seen.get(0).getBundle());
        }
        rollback();
    }

    @Test
    public void nobodyIsToldOfAServiceOfASlotAndTheHandleStaysAsItIs() throws InvalidSyntaxException {
        bring(OLD);
        ServiceReference<Theme> handle = context().getServiceReference(Theme.class);
        Map<String, Object> before = properties(handle);
        List<String> events = new CopyOnWriteArrayList<>();
        ServiceListener listener = event -> {
            if (event.getType() != ServiceEvent.UNREGISTERING) { // who never had it does not mind
                events.add(event.getType() + " " + event.getServiceReference());
            }
        };
        context().addServiceListener(listener, THEMES);

        swap(NEW);
        rollback();
        swap(NEW);
        rollback();

        context().removeServiceListener(listener);
        assertEquals(List.of(), events);
        assertEquals(before, properties(handle));
        assertEquals(handle, context().getServiceReference(Theme.class));
    }

    @Test
    public void theHandleCarriesTheResourceAndTheServiceItStandsForHasAnotherId() {
        bring(OLD);
        ServiceReference<Theme> handle = context().getServiceReference(Theme.class);

        assertEquals(THEME, handle.getProperty("understudy.resource"));
        ServiceReference<?> original =
                themesSeenBy(activeBundle().getBundleContext()).get(0);
        assertNotEquals(original.getProperty("service.id"), handle.getProperty("service.id"));
        assertTrue("no id of a component on a handle", handle.getProperty("component.id") == null);
    }

    private static List<ServiceReference<?>> themesSeenBy(BundleContext context) {
        try {
            ServiceReference<?>[] seen = context.getAllServiceReferences(null, THEMES);
            return seen == null ? List.of() : List.of(seen);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new TreeMap<>();
        for (String key : reference.getPropertyKeys()) {
            Object value = reference.getProperty(key);
            properties.put(key, value instanceof Object[] array ? List.of(array) : value);
        }
        return properties;
    }
}
