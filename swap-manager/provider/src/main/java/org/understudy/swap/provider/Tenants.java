package org.understudy.swap.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.Tenant;

/** The bundles at the places of slots and fronts, those that nobody uses too. Safe for use by many threads. */
final class Tenants {
    private static final Logger LOG = LoggerFactory.getLogger(Tenants.class);

    private final BundleContext context;
    private final Roles roles;
    private final SlotBundles bundles;
    private final Set<String> frontsInUse = ConcurrentHashMap.newKeySet();

    Tenants(BundleContext context, Roles roles, SlotBundles bundles) {
        this.context = context;
        this.roles = roles;
        this.bundles = bundles;
    }

    /** From now on this front is used. */
    void uses(Role.Front front) {
        frontsInUse.add(front.location());
    }

    List<Tenant> all() {
        return Stream.of(context.getBundles())
                .flatMap(bundle -> Role.at(bundle.getLocation()).map(role -> tenant(bundle, role)).stream())
                .toList();
    }

    private Tenant tenant(Bundle bundle, Role role) {
        return new Tenant(
                bundle.getLocation(),
                role.resource(),
                role instanceof Role.Slot slot ? Optional.of(slot.slot()) : Optional.empty(),
                inUse(role),
                bundle.getBundleId(),
                bundle.getSymbolicName() + " " + bundle.getVersion(),
                switch (bundle.getState()) {
                    case Bundle.INSTALLED, Bundle.UNINSTALLED -> Tenant.Life.INSTALLED;
                    case Bundle.RESOLVED -> Tenant.Life.RESOLVED;
                    default -> Tenant.Life.STARTED;
                });
    }

    private boolean inUse(Role role) {
        return role instanceof Role.Slot slot
                ? bundles.isCurrent(slot)
                : frontsInUse.contains(((Role.Front) role).location());
    }

    /** Uninstalls what is at this place. */
    void evict(String location, Duration deadline) throws Refusal {
        Bundle bundle = context.getBundle(location);
        if (bundle != null) {
            roles.byUs(
                    bundle,
                    () -> Worker.run(
                            "uninstalling bundle " + bundle.getBundleId() + " at " + location,
                            deadline,
                            "it stays until the next start",
                            () -> {
                                bundle.uninstall();
                                return null;
                            }));
        }
    }

    /** Uninstalls whatever nobody uses. */
    void sweep() {
        for (Bundle bundle : context.getBundles()) {
            Role role = roles.of(bundle);
            if (role != null && !inUse(role)) {
                try {
                    bundle.uninstall();
                } catch (BundleException e) {
                    LOG.warn("{} is of no use any more, but could not be uninstalled: {}", bundle, Causes.of(e));
                }
            }
        }
    }
}
