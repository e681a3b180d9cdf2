package org.understudy.swap.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.understudy.dispatch.Instances;

/**
 * What a started slot offers.
 *
 * @param services its services, each of which could be got once
 * @param unrouted in words, each service that no handle can stand before, and why; consumers see it as it is
 * @param keeper what it gives its state away and takes one over by, if it does
 * @param instruments by what it tells how it is
 */
public record Offer(
        List<Service> services, List<String> unrouted, Optional<StateKeeper> keeper, Instruments instruments) {
    public Offer {
        services = List.copyOf(services);
        unrouted = List.copyOf(unrouted);
    }

    /** An offer of services that all can be routed. */
    public Offer(List<Service> services) {
        this(services, List.of(), Optional.empty(), Instruments.NONE);
    }

    /** What of it another offer does not have any more. */
    Offer without(Offer other) {
        Set<Object> still = other.services().stream().map(Service::source).collect(Collectors.toSet());
        return new Offer(services.stream()
                .filter(service -> !still.contains(service.source()))
                .toList());
    }

    /** Whether nobody can tell from its services if it runs. */
    boolean isEmpty() {
        return services.isEmpty() && unrouted.isEmpty();
    }

    /**
     * One service.
     *
     * @param shape how it looks from outside
     * @param shared the object that is got through the swap-manager's own context; the only one, if it is a singleton
     * @param instances makes the objects of single consumers
     * @param source what the host knows it by
     */
    public record Service(ServiceShape shape, Object shared, Instances instances, Object source) {
        /** What stands behind a handle of this scope, which that of the service itself may differ from. */
        public Object target(ServiceShape.Scope scope) {
            return scope == ServiceShape.Scope.SINGLETON ? shared : instances;
        }
    }
}
