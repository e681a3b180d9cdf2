package org.understudy.swap.provider;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a configuration reach both slots: one that is bound to a single location would starve the other slot, so it is
 * given the multi-location {@code ?} (compendium, chapter 104.4.1).
 */
final class ConfigurationReach implements SynchronousConfigurationListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReach.class);
    private static final String EVERYWHERE = "?";

    private final Components components;
    private final ServiceTracker<ConfigurationAdmin, ConfigurationAdmin> admin;
    private final ServiceRegistration<SynchronousConfigurationListener> registration;
    private final Set<String> pids = ConcurrentHashMap.newKeySet();

    ConfigurationReach(BundleContext context, Components components) {
        this.components = components;
        this.admin = new ServiceTracker<>(context, ConfigurationAdmin.class, null);
        this.admin.open();
        this.registration = context.registerService(SynchronousConfigurationListener.class, this, null);
    }

    /** Widens the configurations of a slot's components, now and whenever one comes. */
    void widen(Bundle slot) {
        for (String pid : components.pids(slot)) {
            if (pids.add(pid)) {
                widen(pid);
            }
        }
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        String pid = event.getFactoryPid() == null ? event.getPid() : event.getFactoryPid();
        if (event.getType() != ConfigurationEvent.CM_DELETED && pids.contains(pid)) {
            widen(pid);
        }
    }

    private void widen(String pid) {
        ConfigurationAdmin configurations = admin.getService();
        if (configurations == null) {
            return;
        }
        String filter = "(|(" + Constants.SERVICE_PID + "=" + pid + ")(" + ConfigurationAdmin.SERVICE_FACTORYPID + "="
                + pid + "))";
        try {
            Configuration[] found = configurations.listConfigurations(filter);
            if (found != null) {
                for (Configuration configuration : found) {
                    widen(configuration);
                }
            }
        } catch (IOException | InvalidSyntaxException e) {
            LOG.error("the configurations of {} could not be widened to both slots", pid, e);
        }
    }

    private static void widen(Configuration configuration) {
        String location = configuration.getBundleLocation();
        if (location == null || Role.at(location).isPresent()) {
            configuration.setBundleLocation(EVERYWHERE);
        }
    }

    @Override
    public void close() {
        registration.unregister();
        admin.close();
    }
}
