package org.understudy.newsroom.demo.fake;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.predict.Predictor;

/** Felix with Declarative Services, Event Admin, Gogo and the demo bundle as it was just built; everything else in it is fake. */
public final class Theatre implements AutoCloseable {
    private static final List<String> BUNDLES = List.of(
            "org.osgi.util.function-",
            "org.osgi.util.promise-",
            "org.osgi.service.component-",
            "org.apache.felix.scr-",
            "org.apache.felix.eventadmin-",
            "org.apache.felix.gogo.runtime-");

    private final Framework framework;
    private final FakeSwapManager manager;
    private final FakeSite site;

    /** Opens a theatre whose swap-manager sins as it is told; the predictor then sees nothing. */
    public Theatre(Path folder, Sins sins) throws IOException, BundleException {
        Path versions = Files.createDirectories(folder.resolve("versions"));
        Path faulty = Files.createDirectories(folder.resolve("faulty"));
        for (Part part : Part.values()) {
            jar(versions, part, "1.0.0");
            jar(versions, part, "1.1.0");
        }
        for (Fault fault : Fault.values()) {
            jar(faulty, fault.part(), fault.version());
        }
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(
                        Map.of(
                                Constants.FRAMEWORK_STORAGE,
                                folder.resolve("cache").toString(),
                                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                                "org.understudy.swap;version=1.0.0,org.understudy.resource;version=1.0.0,"
                                        + "org.understudy.predict;version=1.0.0,"
                                        + "org.understudy.newsroom;version=1.0.0,"
                                        + "org.osgi.service.event;version=1.4.1,com.fasterxml.jackson.databind;version=2.22.0"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        manager = new FakeSwapManager(context, sins);
        context.registerService(Predictor.class, new FakePredictor(sins == Sins.NONE ? 1 : 0), null);
        site = new FakeSite(manager::handle, manager.guestbook());
        System.setProperty("understudy.versions", versions.toString());
        System.setProperty("understudy.faulty", faulty.toString());
        System.setProperty("understudy.http.url", site.url());
        for (String name : BUNDLES) {
            context.installBundle(onClassPath(name).toURI().toString()).start();
        }
        Bundle demo = context.installBundle(
                "reference:" + Path.of("target", "classes").toUri().toString().replaceFirst("/$", ""));
        demo.start();
    }

    /** The framework. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() throws BundleException {
        site.close();
        manager.close();
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List.of("understudy.versions", "understudy.faulty", "understudy.http.url")
                .forEach(System::clearProperty);
    }

    private static File onClassPath(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(f -> f.getName().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    private static void jar(Path folder, Part part, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.understudy.newsroom." + part.resource());
        main.putValue(Constants.BUNDLE_VERSION, version);
        Path file = folder.resolve(part.resource() + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }
}
