package org.understudy.swap.provider;

import java.net.URL;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.understudy.dispatch.Outstanding;
import org.understudy.dispatch.Surroundings;
import org.understudy.dispatch.Uses;
import org.understudy.swap.engine.EscapeReport;

/**
 * A slot as the surroundings of a part.
 *
 * @param slot the slot's bundle
 * @param outstanding counts the version's work that outlives its calls
 * @param uses the uses of the service
 * @param memory what was given to the handle
 * @param escapes is told of what gets out
 */
record SlotSurroundings(
        Bundle slot, Outstanding outstanding, Uses uses, AtomicReference<Object> memory, EscapeReport escapes)
        implements Surroundings {
    @Override
    public ClassLoader loader() {
        return slot.adapt(BundleWiring.class).getClassLoader();
    }

    @Override
    public URL entry(String path) {
        return slot.getEntry(path);
    }

    @Override
    public Enumeration<String> entryPaths(String path) {
        return slot.getEntryPaths(path);
    }

    @Override
    public Optional<String> property(String name) {
        BundleContext context = slot.getBundleContext();
        return Optional.ofNullable(context == null ? null : context.getProperty(name));
    }

    @Override
    public void escaped(String through, Object object, Class<?> holder) {
        escapes.report(through, object, holder);
    }
}
