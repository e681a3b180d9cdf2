package org.understudy.swap.engine;

import java.util.List;
import org.understudy.dispatch.Instances;

/**
 * What a started slot offers.
 *
 * @param services its services, each of which could be got once
 */
public record Offer(List<Service> services) {
    public Offer {
        services = List.copyOf(services);
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
        Object target(ServiceShape.Scope scope) {
            return scope == ServiceShape.Scope.SINGLETON ? shared : instances;
        }
    }
}
