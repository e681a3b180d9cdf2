package org.understudy.swap.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.understudy.resource.DataFolder;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ResourceSpec;

/**
 * Gives each slot the data folder of its resource: {@code NAME} below one root. {@link Hiding} shows the service to
 * slots only.
 *
 * <p>A factory can tell a consumer no reason, it can only return nothing. So whether the folder can be had is found out
 * before a slot is started that could ask for it.
 */
final class DataFolders implements ServiceFactory<DataFolder> {
    private static final String PROBE = ".understudy-probe";
    private static final int PROBE_BYTES = 4096; // a full disk may still take less

    private final Roles roles;
    private final Path root;

    DataFolders(Roles roles, Path root) {
        this.roles = roles;
        this.root = root.toAbsolutePath().normalize();
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

    /** Whether a resolved bundle can ask for its folder: whether it is wired to the package of its type. */
    static boolean wantedBy(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(wire -> wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                .anyMatch(DataFolder.class.getPackageName()::equals);
    }

    /**
     * The folder of a resource, made where it is not there.
     *
     * @throws Refusal if it cannot be made or written to; names it and the reason
     */
    Path open(String resource) throws Refusal {
        Path folder = root.resolve(ResourceSpec.checkName(resource));
        try {
            if (!Files.isDirectory(folder)) { // an admin may have linked it to a larger disk
                if (Files.exists(folder)) {
                    throw unusable(folder, "a file stands in its place", null);
                }
                Files.createDirectories(folder);
            }
            probe(folder.resolve(PROBE));
            return folder;
        } catch (IOException e) {
            throw unusable(folder, Reasons.of(e), e);
        }
    }

    private static void probe(Path file) throws IOException {
        try {
            Files.write(
                    file,
                    new byte[PROBE_BYTES],
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Refusal unusable(Path folder, String reason, IOException cause) {
        return new Refusal(
                "its data folder " + folder + " cannot be written to: " + reason
                        + "; let the user that the runtime runs as write there, and see that the disk has room",
                cause);
    }

    @Override
    public DataFolder getService(Bundle bundle, ServiceRegistration<DataFolder> registration) {
        if (!(roles.of(bundle) instanceof Role.Slot slot)) {
            throw new IllegalStateException(bundle + " is no slot of a resource: it has no data folder");
        }
        try {
            return new Folder(open(slot.resource()));
        } catch (Refusal e) {
            throw new IllegalStateException(
                    slot.slot() + ": " + e.getMessage(), e); // the framework tells its listeners
        }
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<DataFolder> registration, DataFolder folder) {
        // the folder stays, whoever uses it
    }
}
