package org.understudy.swap.provider;

import java.nio.file.Path;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.understudy.resource.DataFolder;
import org.understudy.swap.engine.Refusal;

/**
 * Gives each slot the data folder of its resource. {@link Hiding} shows the service to slots only.
 *
 * <p>A factory can tell a consumer no reason, it can only return nothing. So whether the folder can be had is found out
 * before a slot is started that could ask for it.
 */
final class DataFolders implements ServiceFactory<DataFolder> {
    private final Roles roles;
    private final DataRoot root;

    DataFolders(Roles roles, DataRoot root) {
        this.roles = roles;
        this.root = root;
    }

    /**
     * A folder that could be written to.
     *
     * @param path where it is
     */
    private record Folder(Path path) implements DataFolder {}

    /** Whether a service says where data is, whoever registered it. */
    static boolean is(ServiceReference<?> reference) {
        return Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                .contains(DataFolder.class.getName());
    }

    /**
     * Makes sure that a resolved bundle will get its folder, if it can ask for it: if it is wired to the package of its
     * type.
     *
     * @throws Refusal if it will not; names the folder and the reason
     */
    void check(Bundle bundle, String resource) throws Refusal {
        boolean wanted = bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(wire -> wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                .anyMatch(DataFolder.class.getPackageName()::equals);
        if (wanted) {
            root.open(resource);
        }
    }

    @Override
    public DataFolder getService(Bundle bundle, ServiceRegistration<DataFolder> registration) {
        if (!(roles.of(bundle) instanceof Role.Slot slot)) {
            throw new IllegalStateException(bundle + " is no slot of a resource: it has no data folder");
        }
        try {
            return new Folder(root.open(slot.resource()));
        } catch (Refusal e) {
            throw new IllegalStateException(slot.slot() + ": " + e.getMessage(), e); // which the framework tells
        }
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<DataFolder> registration, DataFolder folder) {
        // the folder stays, whoever uses it
    }
}
