package org.understudy.swap.provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.PrototypeServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.understudy.dispatch.ScopedTarget;

/** Gives each consumer, or each request of a consumer, a handle object of its own. */
final class HandleFactory implements PrototypeServiceFactory<Object> {
    private final int index;
    private final Function<ScopedTarget, Object> maker;
    private final Map<Object, ScopedTarget> targets = new ConcurrentHashMap<>();
    private final Consumer<ScopedTarget> taken;
    private final Consumer<ScopedTarget> givenBack;

    HandleFactory(
            int index,
            Function<ScopedTarget, Object> maker,
            Consumer<ScopedTarget> taken,
            Consumer<ScopedTarget> givenBack) {
        this.index = index;
        this.maker = maker;
        this.taken = taken;
        this.givenBack = givenBack;
    }

    @Override
    public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
        ScopedTarget target = new ScopedTarget(index, new HandleOwner(bundle, new AtomicReference<>()));
        Object handle = maker.apply(target);
        targets.put(handle, target);
        taken.accept(target);
        return handle;
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object handle) {
        ScopedTarget target = targets.remove(handle);
        if (target != null) {
            givenBack.accept(target);
        }
    }
}
