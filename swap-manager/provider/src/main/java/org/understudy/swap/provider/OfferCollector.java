package org.understudy.swap.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.understudy.dispatch.Instances;
import org.understudy.swap.engine.Offer;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;

/** Finds what a started slot offers, once its components are satisfied, and gets each service once. */
final class OfferCollector {
    private static final long LOOK_NANOS = 3_000_000;

    private final BundleContext context;
    private final Components components;
    private final ServiceShapes shapes;
    private final StateKeepers keepers;
    private final InstrumentCollector instruments;

    OfferCollector(BundleContext context, Components components) {
        this.context = context;
        this.components = components;
        this.shapes = new ServiceShapes(components);
        this.keepers = new StateKeepers(context, shapes);
        this.instruments = new InstrumentCollector(context);
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
                unrouted.add(shapes.label(reference) + " " + obstacle.get());
            } else {
                services.addAll(services(reference));
            }
        }
        List<ServiceReference<?>> all = references(slot);
        return new Offer(services, unrouted, keepers.of(all), instruments.of(all));
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
        return offer.services().stream().allMatch(service -> ((Original) service.source()).stands())
                && offer.keeper().filter(keeper -> !StateKeepers.stands(keeper)).isEmpty();
    }

    /** Gives back what {@link #collect} got. */
    void giveBack(Offer offer) {
        Set<Object> sources = new HashSet<>();
        offer.services().forEach(service -> sources.add(service.source()));
        offer.keeper().ifPresent(keepers::giveBack);
        instruments.giveBack(offer.instruments());
        for (Object source : sources) { // each was got once, however many views it has
            ServiceReference<?> reference = ((Original) source).reference();
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

    /** The service that is behind an entry of an offer. */
    static ServiceReference<?> reference(Offer.Service service) {
        return ((Original) service.source()).reference();
    }

    private static List<ServiceReference<?>> references(Bundle slot) {
        ServiceReference<?>[] registered = slot.getRegisteredServices();
        return registered == null
                ? List.of()
                : Arrays.stream(registered)
                        .filter(reference -> !Originals.areAll(reference))
                        .toList();
    }

    private List<Offer.Service> services(ServiceReference<?> reference) throws Refusal {
        List<ServiceShape> seen = shapes.of(reference);
        if (seen.isEmpty()) {
            return List.of(); // only the swap-manager calls it
        }
        String label = shapes.label(reference);
        Object shared;
        try {
            shared = context.getService(reference);
        } catch (RuntimeException e) {
            throw new Refusal("its service " + label + " could not be got: " + Reasons.of(e), e);
        }
        if (shared == null) {
            String why = String.join("; ", components.unsatisfied(reference.getBundle()));
            throw new Refusal("its service " + label + " could not be got"
                    + (why.isEmpty() ? ": its factory returned nothing, see the log" : ": " + why));
        }
        List<Offer.Service> views = new ArrayList<>();
        for (ServiceShape shape : seen) {
            Instances instances = shape.scope() == ServiceShape.Scope.SINGLETON
                    ? new SharedInstance(shared)
                    : new ConsumerInstances(reference, shape.scope());
            views.add(new Offer.Service(shape, shared, instances, new Original(reference)));
        }
        return views;
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
}
