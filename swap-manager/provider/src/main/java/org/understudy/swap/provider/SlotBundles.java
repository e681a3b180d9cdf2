package org.understudy.swap.provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.SlotId;

/**
 * Which bundle is the slot's: the one at its location, or at the next edition of it once one had to be given up. Safe for
 * use by many threads.
 */
final class SlotBundles {
    private final BundleContext context;
    private final Map<SlotId, Integer> editions = new ConcurrentHashMap<>();

    SlotBundles(BundleContext context, Roles roles) {
        this.context = context;
        for (Bundle bundle : context.getBundles()) {
            if (roles.of(bundle) instanceof Role.Slot role) {
                editions.merge(role.slot(), role.edition(), Math::max);
            }
        }
    }

    /** The bundle of a slot; {@code null} where it has none. */
    Bundle find(SlotId slot) {
        return context.getBundle(location(slot));
    }

    /** The bundle of a slot that has one. */
    Bundle present(SlotId slot) throws Refusal {
        Bundle bundle = find(slot);
        if (bundle == null) {
            throw new Refusal("slot " + slot + " is empty: somebody has uninstalled its bundle");
        }
        return bundle;
    }

    /** Where the bundle of a slot is, or would be. */
    String location(SlotId slot) {
        return new Role.Slot(slot, edition(slot)).location();
    }

    private int edition(SlotId slot) {
        return editions.getOrDefault(slot, 0);
    }

    /** Whether this bundle is the slot's present one, not one that was given up. */
    boolean isCurrent(Role.Slot role) {
        return edition(role.slot()) == role.edition();
    }

    /** The number of the slot's bundle, of the one that hangs where no other has taken its place; -1 without any. */
    long id(SlotId slot) {
        Bundle bundle = find(slot);
        if (bundle == null && edition(slot) > 0) {
            bundle = context.getBundle(new Role.Slot(slot, edition(slot) - 1).location());
        }
        return bundle == null ? -1 : bundle.getBundleId();
    }

    /** Gives the slot's bundle up. */
    void abandon(SlotId slot) {
        editions.merge(slot, 1, Integer::sum);
    }
}
