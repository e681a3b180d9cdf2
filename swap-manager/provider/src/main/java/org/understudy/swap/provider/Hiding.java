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
 * slots' sight (core specification, chapter 55). What the swap-manager tells slots, that they are on stage and where
 * their data is, each slot sees for itself and from nobody else. The going of a service is never hidden: who did not
 * have it does not mind, and who had it must let go.
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
            if (owner != null && (roles.of(owner) != null || isTold(reference))) {
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
            return owner.getBundleId() != asker.getBundleId()
                    && !originals.seenBy(asker, reference)
                    && !shownAsItIs(owner, reference);
        }
        if (role instanceof Role.Front) {
            return roles.of(asker) instanceof Role.Slot slot && slot.resource().equals(role.resource());
        }
        if (owner == null) {
            return false;
        }
        return owner.getBundleId() == manager
                ? isTold(reference) && !isToldTo(asker, reference)
                : roles.of(asker) instanceof Role.Slot && isTold(reference); // a slot takes its cue from nobody else
    }

    private boolean shownAsItIs(Bundle owner, ServiceReference<?> reference) {
        return roles.shown(owner) && Routability.obstacle(reference).isPresent();
    }

    private static boolean isTold(ServiceReference<?> reference) {
        return StageConditions.is(reference) || DataFolders.is(reference);
    }

    private boolean isToldTo(Bundle asker, ServiceReference<?> reference) {
        return DataFolders.is(reference)
                ? roles.of(asker) instanceof Role.Slot
                : StageConditions.meantFor(asker, reference);
    }
}
