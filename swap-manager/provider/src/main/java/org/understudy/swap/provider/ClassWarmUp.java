package org.understudy.swap.provider;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which classes the versions of a resource have loaded, and has a new version load and initialise those that
 * it has too before it comes on stage: what its first caller would otherwise wait for. Changes no class.
 */
final class ClassWarmUp implements WeavingHook {
    private static final Logger LOG = LoggerFactory.getLogger(ClassWarmUp.class);

    private final Roles roles;
    private final Map<String, Set<String>> loaded = new ConcurrentHashMap<>();

    ClassWarmUp(Roles roles) {
        this.roles = roles;
    }

    @Override
    public void weave(WovenClass woven) {
        Bundle bundle = woven.getBundleWiring().getBundle();
        if (roles.of(bundle) instanceof Role.Slot slot) {
            loaded.computeIfAbsent(slot.resource(), name -> ConcurrentHashMap.newKeySet())
                    .add(woven.getClassName());
        }
    }

    /** Loads what is known into a started slot; what this version does not have, or cannot load, is left out. */
    void warm(Bundle bundle) {
        Role role = roles.of(bundle);
        ClassLoader loader = bundle.adapt(BundleWiring.class).getClassLoader();
        for (String name : loaded.getOrDefault(role.resource(), Set.of())) {
            try {
                Class.forName(name, true, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                LOG.debug("{} is not warmed up in {}: {}", name, bundle, e.toString());
            }
        }
    }
}
