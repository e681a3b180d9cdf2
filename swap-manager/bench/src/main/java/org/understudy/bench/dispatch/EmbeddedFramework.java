package org.understudy.bench.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.understudy.bench.dispatch.ds.Answers;
import org.understudy.bench.dispatch.ds.Holder;

/** Felix in this process, with a storage folder that goes when it stops. */
final class EmbeddedFramework {
    private static final List<String> COMPONENT_RUNTIME = List.of(
            "org.osgi.util.function", "org.osgi.util.promise", "org.osgi.service.component", "org.apache.felix.scr");
    private static final String PACKAGE = Answers.class.getPackageName();
    private static final long STOP_MILLIS = 10_000;

    private final Framework framework;
    private final Path storage;

    private EmbeddedFramework(Framework framework, Path storage) {
        this.framework = framework;
        this.storage = storage;
    }

    static EmbeddedFramework start() throws IOException, BundleException {
        Path storage = Files.createTempDirectory("understudy-bench");
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        PACKAGE));
        framework.start();
        return new EmbeddedFramework(framework, storage);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Starts SCR and a bundle with the component {@link Holder}. */
    void startComponents() throws IOException, BundleException {
        for (String name : COMPONENT_RUNTIME) {
            try (InputStream jar = EmbeddedFramework.class.getResourceAsStream("/bundles/" + name + ".jar")) {
                context().installBundle(name, jar).start();
            }
        }
        context()
                .installBundle("holder", new ByteArrayInputStream(holderBundle()))
                .start();
    }

    private static byte[] holderBundle() throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.understudy.bench.holder");
        headers.putValue(Constants.IMPORT_PACKAGE, PACKAGE);
        headers.putValue("Service-Component", "OSGI-INF/holder.xml");
        String component =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="holder" immediate="true">
                  <implementation class="%s"/>
                  <reference name="answers" interface="%s" field="answers" policy="dynamic" policy-option="greedy"/>
                </scr:component>
                """
                        .formatted(Holder.class.getName(), Answers.class.getName());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/holder.xml"));
            jar.write(component.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }

    void stop() throws BundleException, InterruptedException, IOException {
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
        try (Stream<Path> files = Files.walk(storage)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
