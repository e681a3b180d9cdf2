package org.understudy.swap.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.understudy.dispatch.Instances;
import org.understudy.swap.SlotMarker;
import org.understudy.swap.engine.Offer;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;

/** Finds what a started slot offers, once its components are satisfied, and gets each service once. */
final class OfferCollector {
    /** Our own id of a service, for those whose interfaces and names do not tell them apart. */
    static final String ID = "understudy.id";

    private static final List<String> IDENTITIES = List.of(ID, Constants.SERVICE_PID, "component.name");
    private static final Set<String> SET_BY_OTHERS = Set.of(
            Constants.OBJECTCLASS,
            Constants.SERVICE_ID,
            Constants.SERVICE_BUNDLEID,
            Constants.SERVICE_SCOPE,
            "component.id",
            "component.name",
            "osgi.ds.satisfying.condition.target");
    private static final List<String> WHITEBOARDS = List.of("jakarta.servlet.", "org.osgi.service.event.EventHandler");
    private static final long LOOK_NANOS = 3_000_000;

    private final BundleContext context;
    private final Components components;

    OfferCollector(BundleContext context, Components components) {
        this.context = context;
        this.components = components;
    }

    /** Waits until the slot's components are satisfied, then gets its services. */
    Offer collect(Bundle slot, Duration patience) throws Refusal {
        awaitSatisfied(slot, System.nanoTime() + patience.toNanos());
        Offer offer = present(slot);
        List<String> failed = components.unsatisfied(slot); // getting a delayed component's service activates it
        if (!failed.isEmpty()) {
            throw new Refusal(String.join("; ", failed));
        }
        return offer;
    }

    /** Gets the services that the slot has at this moment. */
    Offer present(Bundle slot) throws Refusal {
        List<Offer.Service> services = new ArrayList<>();
        List<String> unrouted = new ArrayList<>();
        for (ServiceReference<?> reference : references(slot)) {
            Optional<String> obstacle = Routability.obstacle(reference);
            if (obstacle.isPresent()) {
                unrouted.add(shape(reference).label() + " " + obstacle.get());
            } else {
                services.add(service(reference));
            }
        }
        return new Offer(services, unrouted);
    }

    private void awaitSatisfied(Bundle slot, long deadlineNanos) throws Refusal {
        List<String> open = components.unsatisfied(slot);
        while (!open.isEmpty()) {
            List<String> early = components.offeredOnStageOnly(slot);
            if (!early.isEmpty()) {
                throw new Refusal(String.join("; ", early)); // no waiting helps
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new Refusal(String.join("; ", open));
            }
            LockSupport.parkNanos(LOOK_NANOS);
            open = components.unsatisfied(slot);
        }
    }

    /** Whether each service of the offer is still registered. */
    static boolean stands(Offer offer) {
        return offer.services().stream().allMatch(service -> ((Original) service.source()).stands());
    }

    /** Gives back what {@link #collect} got. */
    void giveBack(Offer offer) {
        for (Offer.Service service : offer.services()) {
            ServiceReference<?> reference = ((Original) service.source()).reference();
            if (reference.getBundle() != null) {
                context.ungetService(reference);
            }
        }
    }

    /** The service behind an entry of an offer. */
    private record Original(ServiceReference<?> reference) {
        boolean stands() {
            return reference.getBundle() != null;
        }
    }

    private static List<ServiceReference<?>> references(Bundle slot) {
        ServiceReference<?>[] registered = slot.getRegisteredServices();
        return registered == null
                ? List.of()
                : Arrays.stream(registered)
                        .filter(reference -> !Originals.areAll(reference))
                        .toList();
    }

    private static String[] types(ServiceReference<?> reference) {
        return (String[]) reference.getProperty(Constants.OBJECTCLASS);
    }

    private Offer.Service service(ServiceReference<?> reference) throws Refusal {
        ServiceShape shape = shape(reference);
        refuseWhiteboards(shape);
        Object shared;
        try {
            shared = context.getService(reference);
        } catch (RuntimeException e) {
            throw new Refusal("its service " + shape.label() + " could not be got: " + Reasons.of(e), e);
        }
        if (shared == null) {
            String why = String.join("; ", components.unsatisfied(reference.getBundle()));
            throw new Refusal("its service " + shape.label() + " could not be got"
                    + (why.isEmpty() ? ": its factory returned nothing, see the log" : ": " + why));
        }
        Instances instances = shape.scope() == ServiceShape.Scope.SINGLETON
                ? new SharedInstance(shared)
                : new ConsumerInstances(reference, shape.scope());
        return new Offer.Service(shape, shared, instances, new Original(reference));
    }

    /** For a handle that has an object per consumer over a version that shares one. */
    private record SharedInstance(Object shared) implements Instances {
        @Override
        public Object make(Object consumer) {
            return shared;
        }

        @Override
        public void release(Object consumer, Object instance) {
            // it belongs to all
        }
    }

    private static void refuseWhiteboards(ServiceShape shape) throws Refusal {
        boolean whiteboard = shape.properties().containsKey("osgi.command.scope")
                || shape.interfaces().stream()
                        .anyMatch(type -> WHITEBOARDS.stream().anyMatch(type::startsWith));
        if (whiteboard) {
            throw new Refusal("its service " + shape.label()
                    + " is for a whiteboard, which cannot be routed yet: keep it in a bundle that is not swapped");
        }
    }

    private ServiceShape shape(ServiceReference<?> reference) {
        Map<String, Object> mirrored = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            if (!SET_BY_OTHERS.contains(key)) {
                mirrored.put(key, reference.getProperty(key));
            }
        }
        if (reference.getBundle() != null
                && Role.at(reference.getBundle().getLocation()).isPresent()) {
            mirrored.put(
                    SlotMarker.RESOURCE,
                    Role.at(reference.getBundle().getLocation()).orElseThrow().resource());
        }
        String identity = IDENTITIES.stream()
                .map(reference::getProperty)
                .filter(value -> value != null)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
        return new ServiceShape(List.of(types(reference)), identity, mirrored, scope(reference));
    }

    private ServiceShape.Scope scope(ServiceReference<?> reference) {
        return components.scope(reference).orElseGet(() -> Optional.ofNullable(
                        reference.getProperty(Constants.SERVICE_SCOPE))
                .map(scope -> ServiceShape.Scope.valueOf(scope.toString().toUpperCase(Locale.ROOT)))
                .orElse(ServiceShape.Scope.SINGLETON));
    }
}
