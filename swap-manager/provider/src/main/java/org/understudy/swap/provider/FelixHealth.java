package org.understudy.swap.provider;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.understudy.swap.engine.HealthProbe;

/**
 * A health check of the Felix Health Check API as a probe. It is called by reflection through the interface that the
 * service itself implements: so the API's bundle may be there or not, come later, or be refreshed, and the swap-manager is
 * not wired to it.
 */
final class FelixHealth implements Callable<HealthProbe.Finding> {
    /** The type of the service. */
    static final String TYPE = "org.apache.felix.hc.api.HealthCheck";
    /** Its property with the check's name. */
    static final String NAME = "hc.name";

    private final Object service;
    private final Method execute;

    private FelixHealth(Object service, Method execute) {
        this.service = service;
        this.execute = execute;
    }

    /** The check that a service is; empty if it is none. */
    static Optional<FelixHealth> of(Object service) throws NoSuchMethodException {
        Deque<Class<?>> open = new ArrayDeque<>();
        for (Class<?> type = service.getClass(); type != null; type = type.getSuperclass()) {
            open.addAll(Set.of(type.getInterfaces()));
        }
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (type.getName().equals(TYPE)) {
                return Optional.of(new FelixHealth(service, type.getMethod("execute")));
            }
            open.addAll(Set.of(type.getInterfaces()));
        }
        return Optional.empty();
    }

    @Override
    public HealthProbe.Finding call() throws Exception {
        Object result;
        try {
            result = execute.invoke(service);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw (Error) e.getCause();
        }
        if (result == null) {
            throw new IllegalStateException("it returned nothing");
        }
        Object status = execute.getReturnType().getMethod("getStatus").invoke(result);
        return new HealthProbe.Finding(level(status.toString()), message(status, result));
    }

    private static HealthProbe.Level level(String status) {
        return switch (status) {
            case "OK" -> HealthProbe.Level.FIT;
            case "WARN" -> HealthProbe.Level.WARNING;
            case "TEMPORARILY_UNAVAILABLE" -> HealthProbe.Level.NOT_YET;
            default -> HealthProbe.Level.UNFIT; // CRITICAL, HEALTH_CHECK_ERROR
        };
    }

    /** What was said by those of its entries that made it so. */
    private static String message(Object status, Object result) throws ReflectiveOperationException {
        Set<String> messages = new LinkedHashSet<>();
        if (result instanceof Iterable<?> entries) {
            for (Object entry : entries) {
                Class<?> type = entry.getClass();
                if (status.equals(type.getMethod("getStatus").invoke(entry))) {
                    messages.add(String.valueOf(type.getMethod("getMessage").invoke(entry)));
                }
            }
        }
        return status + (messages.isEmpty() ? "" : " " + String.join(", ", messages));
    }
}
