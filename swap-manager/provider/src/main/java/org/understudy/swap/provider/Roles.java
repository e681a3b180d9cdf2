package org.understudy.swap.provider;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.understudy.swap.engine.HungException;
import org.understudy.swap.engine.Refusal;

/**
 * Which bundle has which role, which of them the swap-manager itself is working on, and which show what no handle can
 * stand before. Asked by the hooks at every look-up of a service, so an answer is one look into a map.
 */
final class Roles {
    private final Map<Long, Role> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Integer> inHand = new ConcurrentHashMap<>();
    private final Set<Long> shown = ConcurrentHashMap.newKeySet();

    Roles(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            note(bundle);
        }
    }

    void note(Bundle bundle) {
        Role.at(bundle.getLocation()).ifPresent(role -> byId.put(bundle.getBundleId(), role));
    }

    /** The role of a bundle; {@code null} for the many that have none. */
    Role of(Bundle bundle) {
        return byId.get(bundle.getBundleId());
    }

    /** From now on what happens to this bundle is the swap-manager's own doing. */
    void take(Bundle bundle) {
        inHand.merge(bundle.getBundleId(), 1, Integer::sum);
    }

    void release(Bundle bundle) {
        inHand.computeIfPresent(bundle.getBundleId(), (id, count) -> count == 1 ? null : count - 1);
    }

    /** What is done to a bundle. */
    interface Doing<T> {
        T run() throws Refusal;
    }

    /** Does something to a bundle that is the swap-manager's own doing; what hangs stays in its hands for ever. */
    <T> T byUs(Bundle bundle, Doing<T> doing) throws Refusal {
        take(bundle);
        boolean hung = false;
        try {
            return doing.run();
        } catch (HungException e) {
            hung = true;
            throw e;
        } finally {
            if (!hung) {
                release(bundle);
            }
        }
    }

    boolean inHand(Bundle bundle) {
        return inHand.containsKey(bundle.getBundleId());
    }

    /** Sets whether consumers see those services of a slot's bundle that no handle can stand before. */
    void show(Bundle bundle, boolean raw) {
        if (raw) {
            shown.add(bundle.getBundleId());
        } else {
            shown.remove(bundle.getBundleId());
        }
    }

    boolean shown(Bundle bundle) {
        return shown.contains(bundle.getBundleId());
    }
}
