package org.understudy.swap.provider;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.understudy.swap.engine.Host;
import org.understudy.swap.journal.Disk;

/**
 * Ends the process like a kill, just before or just after a step on the disk or in the framework: what {@code bench
 * kill} sets, and nobody else. Steps are counted while the system property {@value #ARMED} is {@code true}; each counts
 * twice, before it is done and after.
 */
final class HaltingPoint {
    /** Which count is the last. */
    static final String PROPERTY = "understudy.fault.haltAt";

    /** The system property that says, from within the process, that steps count now. */
    static final String ARMED = "understudy.fault.armed";

    /** What a process that was killed ends with. */
    private static final int KILLED = 137;

    /** What changes something that outlives the process, or that the process has outside. */
    private static final Set<String> STEPS = Set.of(
            "create",
            "append",
            "write",
            "cut",
            "rename",
            "delete",
            "createFolder",
            "prepareFolder",
            "force",
            "resolve",
            "start",
            "collect",
            "stop",
            "unload",
            "abandon",
            "show",
            "enterStage",
            "leaveStage",
            "within",
            "mark",
            "raise",
            "unmark");

    private final long last;
    private final AtomicLong count = new AtomicLong();

    private HaltingPoint(long last) {
        this.last = last;
    }

    /** As the property says; without it, never. */
    static HaltingPoint of(BundleContext context) throws BundleException {
        String text = context.getProperty(PROPERTY);
        try {
            return new HaltingPoint(text == null ? 0 : Long.parseLong(text.trim()));
        } catch (NumberFormatException e) {
            throw new BundleException(
                    "the property " + PROPERTY + " is '" + text + "': expected a number, or nothing at all", e);
        }
    }

    Disk on(Disk disk) {
        return last > 0 ? watched(Disk.class, disk) : disk;
    }

    Host on(Host host) {
        return last > 0 ? watched(Host.class, host) : host;
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    boolean step = STEPS.contains(method.getName());
                    if (step) {
                        pass();
                    }
                    Object result;
                    try {
                        result = method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (step) {
                        pass();
                    }
                    return result instanceof Disk.Writing file ? watched(Disk.Writing.class, file) : result;
                }));
    }

    private void pass() {
        if (Boolean.getBoolean(ARMED) && count.incrementAndGet() == last) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
