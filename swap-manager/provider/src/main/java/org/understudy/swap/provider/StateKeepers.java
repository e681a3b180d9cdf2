package org.understudy.swap.provider;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.understudy.resource.StateTransfer;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ServiceShape;
import org.understudy.swap.engine.StateFormats;
import org.understudy.swap.engine.StateKeeper;

/**
 * Finds what the version in a slot gives its state away and takes one over by. The service is the swap-manager's alone:
 * no handle stands before it, and {@link Hiding} keeps it from everybody else as it does every service of a slot.
 */
final class StateKeepers {
    /** The type of the service. */
    static final String TYPE = StateTransfer.class.getName();
    /** Its properties, which no handle mirrors. */
    static final Set<String> PROPERTIES = Set.of(StateTransfer.WRITES, StateTransfer.READS);

    private final BundleContext context;
    private final ServiceShapes shapes;

    StateKeepers(BundleContext context, ServiceShapes shapes) {
        this.context = context;
        this.shapes = shapes;
    }

    /**
     * The one among these services of a slot, got.
     *
     * @throws Refusal if there are several, or it cannot be used; says how to mend it
     */
    Optional<StateKeeper> of(Collection<ServiceReference<?>> services) throws Refusal {
        List<ServiceReference<?>> found =
                services.stream().filter(StateKeepers::isOne).toList();
        if (found.size() > 1) {
            throw new Refusal(
                    "it registers " + found.size()
                            + " StateTransfer services, and nobody could tell what is where: register one that carries everything");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(keeper(found.get(0)));
    }

    private static boolean isOne(ServiceReference<?> reference) {
        return Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                .contains(TYPE);
    }

    private StateKeeper keeper(ServiceReference<?> reference) throws Refusal {
        ServiceShape.Scope scope = shapes.scope(reference); // of a component, which SCR registers as a factory
        if (scope != ServiceShape.Scope.SINGLETON) {
            throw new Refusal("its StateTransfer has the scope " + scope.name().toLowerCase(Locale.ROOT)
                    + ", so the swap-manager would get one of its own: register a singleton");
        }
        StateFormats formats = StateFormats.of(properties(reference));
        Object service;
        try {
            service = context.getService(reference);
        } catch (RuntimeException e) {
            throw new Refusal("its StateTransfer could not be got: " + Reasons.of(e), e);
        }
        if (service instanceof StateTransfer transfer) {
            return new StateKeeper(transfer, formats, reference);
        }
        throw new Refusal(
                service == null
                        ? "its StateTransfer could not be got: see the log"
                        : "its StateTransfer is of another package " + StateTransfer.class.getPackageName()
                                + " than the swap-manager's: import it, and do not contain it");
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        PROPERTIES.forEach(key -> {
            Object value = reference.getProperty(key);
            if (value != null) {
                properties.put(key, value);
            }
        });
        return properties;
    }

    /** Whether it is still registered. */
    static boolean stands(StateKeeper keeper) {
        return ((ServiceReference<?>) keeper.source()).getBundle() != null;
    }

    /** Gives back what {@link #of} got. */
    void giveBack(StateKeeper keeper) {
        if (stands(keeper)) {
            context.ungetService((ServiceReference<?>) keeper.source());
        }
    }
}
