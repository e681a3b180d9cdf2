package org.understudy.swap.provider;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.understudy.swap.SlotMarker;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SlotState;
import org.understudy.swap.engine.SlotId;

/**
 * The marker services: which version is in which slot, ranked so that the active one is found first. Each slot's is
 * changed by one thread at a time, that which holds the turn of its resource; no lock is held over the framework's
 * events.
 */
final class Markers {
    private final BundleContext context;
    private final Map<SlotId, Shown> shown = new ConcurrentHashMap<>();

    private static final class Shown {
        private final ServiceRegistration<SlotMarker> registration;
        private int rank;
        private Map<String, Object> properties;

        private Shown(ServiceRegistration<SlotMarker> registration, Map<String, Object> properties) {
            this.registration = registration;
            this.properties = properties;
        }
    }

    private record Marker(String resource, SlotSide slot) implements SlotMarker {}

    Markers(BundleContext context) {
        this.context = context;
    }

    void mark(SlotId slot, String version, SlotState state) {
        show(slot, version, state, 0);
    }

    void raise(SlotId slot, String version, int rank) {
        show(slot, version, SlotState.ACTIVE, rank);
    }

    private void show(SlotId slot, String version, SlotState state, int rank) {
        Shown marker = shown.get(slot);
        int now = marker == null ? rank : Math.max(rank, marker.rank);
        Map<String, Object> properties = Map.of(
                SlotMarker.RESOURCE, slot.resource(),
                SlotMarker.SLOT, slot.side().name(),
                SlotMarker.VERSION, version,
                SlotMarker.STATE, state.name(),
                Constants.SERVICE_RANKING, now);
        if (marker == null) {
            marker = new Shown(
                    context.registerService(
                            SlotMarker.class, new Marker(slot.resource(), slot.side()), new Hashtable<>(properties)),
                    properties);
            shown.put(slot, marker);
        } else if (!marker.properties.equals(properties)) {
            marker.registration.setProperties(new Hashtable<>(properties));
            marker.properties = properties;
        }
        marker.rank = now;
    }

    /** The ranking of each marker, read from the registry. */
    Map<SlotId, Integer> ranks() {
        Map<SlotId, Integer> ranks = new HashMap<>();
        shown.forEach((slot, marker) -> {
            ServiceReference<SlotMarker> reference = marker.registration.getReference();
            if (reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer rank) {
                ranks.put(slot, rank);
            }
        });
        return ranks;
    }

    void unmark(SlotId slot) {
        Shown marker = shown.remove(slot);
        if (marker != null) {
            marker.registration.unregister();
        }
    }
}
