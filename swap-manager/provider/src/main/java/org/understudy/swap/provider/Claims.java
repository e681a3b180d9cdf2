package org.understudy.swap.provider;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.understudy.swap.engine.Handle;
import org.understudy.swap.engine.Refusal;

/**
 * What only one service can have at a whiteboard: the pattern of a servlet in its contexts, the name of a command.
 * Whiteboards leave the second one aside without a word to whoever registers it; here it is refused.
 */
final class Claims {
    private static final String PATTERN = "osgi.http.whiteboard.servlet.pattern";
    private static final String SELECT = "osgi.http.whiteboard.context.select";
    private static final String SCOPE = "osgi.command.scope";
    private static final String FUNCTION = "osgi.command.function";

    private final BundleContext context;
    private final Roles roles;

    Claims(BundleContext context, Roles roles) {
        this.context = context;
        this.roles = roles;
    }

    /**
     * Checks a handle that is to be published.
     *
     * @throws Refusal if it would claim what another resource has, or what somebody else has with as high a ranking
     */
    void check(String resource, Handle handle) throws Refusal {
        Map<String, Object> properties = handle.shape().properties();
        Set<String> wanted = of(properties::get);
        for (ServiceReference<?> other : wanted.isEmpty() ? new ServiceReference<?>[0] : claimants()) {
            Bundle owner = other.getBundle();
            Role role = owner == null ? null : roles.of(owner);
            if (owner == null
                    || role instanceof Role.Slot
                    || role != null && role.resource().equals(resource)) {
                continue; // gone, hidden behind a handle, or its own handle, which gives way to this one
            }
            Set<String> both = of(other::getProperty);
            both.retainAll(wanted);
            if (!both.isEmpty()
                    && (role != null
                            || ranking(other.getProperty(Constants.SERVICE_RANKING))
                                    >= ranking(properties.get(Constants.SERVICE_RANKING)))) {
                throw new Refusal(String.join(", ", both) + " is taken by "
                        + (role == null ? "bundle " + owner.getSymbolicName() : "resource " + role.resource())
                        + ": only one can have it; choose another or take that one away first");
            }
        }
    }

    private ServiceReference<?>[] claimants() {
        try {
            ServiceReference<?>[] all =
                    context.getAllServiceReferences(null, "(|(" + PATTERN + "=*)(" + FUNCTION + "=*))");
            return all == null ? new ServiceReference<?>[0] : all;
        } catch (InvalidSyntaxException e) {
            throw new AssertionError("a constant filter", e);
        }
    }

    private static Set<String> of(Function<String, Object> properties) {
        Set<String> claims = new TreeSet<>();
        Object patterns = properties.apply(PATTERN);
        Object select = properties.apply(SELECT);
        String where = select == null ? "" : " in contexts " + select;
        if (patterns != null) {
            ServiceShapes.texts(patterns).forEach(pattern -> claims.add("servlet pattern " + pattern + where));
        }
        Object scope = properties.apply(SCOPE);
        Object functions = properties.apply(FUNCTION);
        if (scope != null && functions != null) {
            ServiceShapes.texts(functions).forEach(function -> claims.add("command " + scope + ":" + function));
        }
        return claims;
    }

    private static int ranking(Object value) {
        return value instanceof Integer rank ? rank : 0;
    }
}
