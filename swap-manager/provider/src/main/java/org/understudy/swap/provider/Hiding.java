package org.understudy.swap.provider;

import java.util.Collection;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Keeps the services of slots out of everybody's sight but their own, and the handles of a resource out of its own
 * slots' sight (core specification, chapter 55). The going of a service is never hidden: who did not have it does not
 * mind, and who had it must let go.
 */
final class Hiding implements FindHook, EventListenerHook {
    private final Roles roles;
    private final Originals originals;
    private final long manager;

    Hiding(Roles roles, Originals originals, BundleContext context) {
        this.roles = roles;
        this.originals = originals;
        this.manager = context.getBundle().getBundleId();
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        Bundle asker = context.getBundle();
        if (!seesAll(asker)) {
            references.removeIf(reference -> hidden(reference, asker));
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (event.getType() == ServiceEvent.REGISTERED || event.getType() == ServiceEvent.MODIFIED) {
            ServiceReference<?> reference = event.getServiceReference();
            Bundle owner = reference.getBundle();
            if (owner != null && roles.of(owner) != null) {
                listeners.keySet().removeIf(context -> concealed(reference, context));
            }
        }
    }

    private boolean concealed(ServiceReference<?> reference, BundleContext context) {
        Bundle asker = context.getBundle();
        return !seesAll(asker) && hidden(reference, asker);
    }

    private boolean seesAll(Bundle asker) {
        return asker.getBundleId() == Constants.SYSTEM_BUNDLE_ID || asker.getBundleId() == manager;
    }

    private boolean hidden(ServiceReference<?> reference, Bundle asker) {
        Bundle owner = reference.getBundle();
        Role role = owner == null ? null : roles.of(owner);
        if (role instanceof Role.Slot) {
            return owner.getBundleId() != asker.getBundleId() && !originals.seenBy(asker, reference);
        }
        return role instanceof Role.Front
                && roles.of(asker) instanceof Role.Slot slot
                && slot.resource().equals(role.resource());
    }
}
