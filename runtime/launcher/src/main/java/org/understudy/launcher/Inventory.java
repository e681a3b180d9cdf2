package org.understudy.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Makes the framework hold exactly the shipped bundles, as far as {@code boot:} locations go. What lies at other
 * locations belongs to others and is not touched.
 *
 * <p>A file remembers which content was installed. It is written last: a kill in between costs an update that was not
 * needed, never one that was.
 */
final class Inventory {
    private final Path file;
    private final List<PlatformBundle> shipped;

    Inventory(Path file, List<PlatformBundle> shipped) {
        this.file = file;
        this.shipped = List.copyOf(shipped);
    }

    /**
     * To be called while the framework is initialised and not yet started, when nothing is resolved.
     *
     * @return the installed bundle of each shipped one, marked to be started
     */
    Map<PlatformBundle, Bundle> apply(BundleContext context) throws LaunchException {
        Properties known = read();
        Map<String, PlatformBundle> wanted = new HashMap<>();
        shipped.forEach(each -> wanted.put(each.location(), each));
        for (Bundle bundle : context.getBundles()) {
            String location = bundle.getLocation();
            if (location.startsWith(PlatformBundle.SCHEME) && !wanted.containsKey(location)) {
                attempt("removing " + location, bundle::uninstall);
            }
        }
        Map<PlatformBundle, Bundle> installed = new HashMap<>();
        Properties now = new Properties();
        for (PlatformBundle each : shipped) {
            Bundle bundle = context.getBundle(each.location());
            if (bundle == null) {
                attempt(
                        "installing " + each.file(),
                        () -> context.installBundle(each.location(), Files.newInputStream(each.file())));
                bundle = context.getBundle(each.location());
            } else if (!each.fingerprint().equals(known.getProperty(each.location()))) {
                Bundle old = bundle;
                attempt("updating to " + each.file(), () -> old.update(Files.newInputStream(each.file())));
            }
            mark(bundle, each);
            installed.put(each, bundle);
            now.setProperty(each.location(), each.fingerprint());
        }
        if (!now.equals(known)) {
            write(now);
        }
        return installed;
    }

    static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private static void mark(Bundle bundle, PlatformBundle each) throws LaunchException {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        if (level.getStartLevel() != each.startLevel()) {
            level.setStartLevel(each.startLevel());
        }
        if (!level.isPersistentlyStarted() && !isFragment(bundle)) {
            attempt("starting " + each.file(), () -> bundle.start(Bundle.START_ACTIVATION_POLICY));
        }
    }

    private interface Step {
        void run() throws BundleException, IOException;
    }

    private static void attempt(String what, Step step) throws LaunchException {
        try {
            step.run();
        } catch (BundleException | IOException e) {
            throw LaunchException.failed(
                    what + " failed: " + Reason.of(e)
                            + "; build or unpack this installation again, or remove the home's 'cache' folder",
                    e);
        }
    }

    private Properties read() throws LaunchException {
        Properties known = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                known.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw LaunchException.failed(
                        file + " cannot be read: " + Reason.of(e) + "; remove it, it is made anew", e);
            }
        }
        return known;
    }

    private void write(Properties now) throws LaunchException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                now.store(writer, "The shipped bundles as they were last installed");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw LaunchException.failed(file + " cannot be written: " + Reason.of(e) + "; make room", e);
        }
    }
}
