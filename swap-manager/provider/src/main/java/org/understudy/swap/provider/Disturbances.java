package org.understudy.swap.provider;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.understudy.swap.engine.SlotId;
import org.understudy.swap.engine.SwapEngine;

/**
 * Notices what is done to slots and fronts by others than the swap-manager, and what slots do of themselves: a service
 * that comes, changes or goes while its bundle plays on. A stop is noticed before it happens, so that calls can be held
 * and those inside can leave.
 */
final class Disturbances implements SynchronousBundleListener, ServiceListener, AutoCloseable {
    private final BundleContext context;
    private final Roles roles;
    private final SlotBundles bundles;
    private final SwapEngine engine;

    Disturbances(BundleContext context, Roles roles, SlotBundles bundles, SwapEngine engine) {
        this.context = context;
        this.roles = roles;
        this.bundles = bundles;
        this.engine = engine;
        context.addBundleListener(this);
        context.addServiceListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        Role role = roles.of(bundle);
        if (role != null && !roles.inHand(bundle) && !goingDown()) {
            verb(event.getType()).ifPresent(verb -> {
                String what = "bundle " + bundle.getBundleId() + " (" + bundle.getLocation() + ") was " + verb
                        + " by somebody else";
                if (role instanceof Role.Slot slot && bundles.isCurrent(slot)) {
                    engine.slotWatch().disturbed(slot.slot(), what);
                } else if (role instanceof Role.Front) {
                    engine.slotWatch().frontDisturbed(role.resource(), what);
                }
            });
        }
    }

    /** The framework stops slots and fronts before the swap-manager, whose start level they share. */
    private boolean goingDown() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.STOPPING;
    }

    private static Optional<String> verb(int type) {
        return switch (type) {
            case BundleEvent.STOPPING, BundleEvent.STOPPED -> Optional.of("stopped");
            case BundleEvent.UPDATED -> Optional.of("updated");
            case BundleEvent.UNRESOLVED -> Optional.of("refreshed");
            case BundleEvent.UNINSTALLED -> Optional.of("uninstalled");
            default -> Optional.empty();
        };
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        ServiceReference<?> service = event.getServiceReference();
        Bundle owner = service.getBundle();
        if (owner != null
                && roles.of(owner) instanceof Role.Slot slot
                && !roles.inHand(owner)
                && bundles.isCurrent(slot)
                && !Originals.areAll(service)
                && !goingDown()) {
            follow(event.getType(), slot.slot(), service, owner);
        }
    }

    private void follow(int type, SlotId slot, ServiceReference<?> service, Bundle owner) {
        String what = "service " + service.getProperty(Constants.SERVICE_ID) + " of bundle " + owner.getBundleId()
                + " (" + owner.getLocation() + ") ";
        switch (type) {
            case ServiceEvent.REGISTERED -> engine.slotWatch().changed(slot, what + "was registered");
            case ServiceEvent.MODIFIED, ServiceEvent.MODIFIED_ENDMATCH ->
                engine.slotWatch().changed(slot, what + "has other properties");
            case ServiceEvent.UNREGISTERING -> {
                if (owner.getState() != Bundle.STOPPING) { // a stop was noticed before it began
                    engine.slotWatch().serviceGone(slot, what + "was withdrawn");
                }
            }
            default -> throw new IllegalArgumentException("unknown type of service event: " + type);
        }
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
        context.removeBundleListener(this);
    }
}
