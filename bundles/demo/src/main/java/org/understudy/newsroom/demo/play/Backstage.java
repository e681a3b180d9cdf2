package org.understudy.newsroom.demo.play;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.understudy.resource.DataFolder;
import org.understudy.resource.OnStage;

/**
 * What resources are given by a swap-manager, for a framework that has none: everybody is on stage, and each bundle has
 * a folder, which an update leaves alone.
 */
final class Backstage implements AutoCloseable {
    private final List<ServiceRegistration<?>> registrations;

    /** Offers it, with folders in the data area of this bundle. */
    Backstage(BundleContext context) {
        Hashtable<String, Object> onStage = new Hashtable<>();
        onStage.put(Condition.CONDITION_ID, OnStage.CONDITION);
        registrations = List.of(
                context.registerService(Condition.class, Condition.INSTANCE, onStage),
                context.registerService(DataFolder.class, new Folders(context.getDataFile("folders")), null));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private record Folders(File parent) implements ServiceFactory<DataFolder> {
        @Override
        public DataFolder getService(Bundle bundle, ServiceRegistration<DataFolder> registration) {
            try {
                Path folder = Files.createDirectories(parent.toPath().resolve(bundle.getSymbolicName()));
                return () -> folder;
            } catch (IOException e) {
                throw new UncheckedIOException("there is no data folder for " + bundle, e);
            }
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<DataFolder> registration, DataFolder folder) {
            // the files stay for the next version
        }
    }
}
