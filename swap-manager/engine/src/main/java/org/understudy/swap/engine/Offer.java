package org.understudy.swap.engine;

import java.util.List;

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
     * @param target what answers: the service object, or an {@link org.understudy.dispatch.Instances}
     */
    public record Service(ServiceShape shape, Object target) {}
}
