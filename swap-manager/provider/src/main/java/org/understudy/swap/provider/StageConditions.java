package org.understudy.swap.provider;

import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.understudy.resource.OnStage;
import org.understudy.swap.SlotMarker;
import org.understudy.swap.engine.SlotId;

/**
 * Tells the bundle of each slot that it is on stage: by a {@link Condition} that is registered exactly while it is, and
 * that {@link Hiding} shows to this one bundle. What the bundle does because of it is done on the calling thread, so
 * that a return means that it has taken notice; no lock is held meanwhile.
 */
final class StageConditions {
    /** The property that names the one bundle that sees a condition, by its id. */
    private static final String BUNDLE = "understudy.bundle";

    private final BundleContext context;
    private final Map<SlotId, Presence> present = new ConcurrentHashMap<>();

    StageConditions(BundleContext context) {
        this.context = context;
    }

    /** Whether a service says that somebody is on stage, whoever registered it. */
    static boolean is(ServiceReference<?> reference) {
        return OnStage.CONDITION.equals(reference.getProperty(Condition.CONDITION_ID));
    }

    /** Whether a condition of the swap-manager's is meant for this bundle. */
    static boolean meantFor(Bundle asker, ServiceReference<?> reference) {
        return Objects.equals(reference.getProperty(BUNDLE), asker.getBundleId());
    }

    /** Whether a target of a reference selects the condition of whichever slot it is asked for in. */
    static boolean selectedBy(String target) {
        try {
            return target != null
                    && FrameworkUtil.createFilter(target).matches(Map.of(Condition.CONDITION_ID, OnStage.CONDITION));
        } catch (InvalidSyntaxException e) {
            return false; // it selects nothing, as SCR's own message says
        }
    }

    private static Map<String, Object> properties(SlotId slot, Bundle bundle) {
        return Map.of(
                Condition.CONDITION_ID,
                OnStage.CONDITION,
                SlotMarker.RESOURCE,
                slot.resource(),
                SlotMarker.SLOT,
                slot.side().name(),
                BUNDLE,
                bundle.getBundleId());
    }

    /** Registers the condition, unless the bundle has it already. */
    void enter(SlotId slot, Bundle bundle) {
        Presence before = present.get(slot);
        if (before != null && before.bundle == bundle.getBundleId()) {
            return;
        }
        leave(slot); // the bundle that hung and gave its place to this one
        Presence now = new Presence(bundle.getBundleId());
        present.put(slot, now);
        now.begin(context, properties(slot, bundle));
    }

    boolean onStage(SlotId slot) {
        return present.containsKey(slot);
    }

    /** Withdraws the condition, if there is one. */
    void leave(SlotId slot) {
        Presence before = present.remove(slot);
        if (before != null) {
            before.end();
        }
    }

    /**
     * One stay on stage. Its end may come while its beginning still hangs in the bundle: whichever of the two has seen
     * the other withdraws the condition.
     */
    private static final class Presence {
        private final long bundle;
        private ServiceRegistration<Condition> registration;
        private boolean over;

        private Presence(long bundle) {
            this.bundle = bundle;
        }

        private void begin(BundleContext context, Map<String, Object> properties) {
            ServiceRegistration<Condition> registered =
                    context.registerService(Condition.class, Condition.INSTANCE, new Hashtable<>(properties));
            if (!keep(registered)) {
                registered.unregister();
            }
        }

        private synchronized boolean keep(ServiceRegistration<Condition> registered) {
            registration = registered;
            return !over;
        }

        private void end() {
            ServiceRegistration<Condition> registered = close();
            if (registered != null) {
                registered.unregister();
            }
        }

        private synchronized ServiceRegistration<Condition> close() {
            over = true;
            return registration;
        }
    }
}
