package org.understudy.shell;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A Felix framework in this process with Gogo, DS and the shell's bundle; the API comes from the class path, so that a
 * test can register a swap-manager of its own. Each has a fresh home with a short path, as a socket needs it.
 */
final class RunningFramework {
    private static final String FROM_CLASS_PATH =
            "org.understudy.swap;version=1.0.0,org.understudy.monitor;version=1.0.0,"
                    + "org.understudy.doctor;version=1.0.0,org.understudy.predict;version=1.0.0,"
                    + "org.understudy.resource;version=1.0.0,org.slf4j;version=2.0.20";

    private static final List<Class<?>> BUNDLES = List.of(
            org.osgi.util.function.Function.class,
            org.osgi.util.promise.Promise.class,
            org.osgi.service.component.ComponentContext.class,
            org.apache.felix.scr.info.ScrInfo.class,
            org.apache.felix.service.command.CommandProcessor.class,
            org.apache.felix.gogo.command.Basic.class,
            org.jline.reader.LineReader.class,
            com.fasterxml.jackson.annotation.JsonProperty.class,
            com.fasterxml.jackson.core.JsonParser.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            Shell.class);

    final Path home;
    private final Framework framework;

    RunningFramework() throws IOException, BundleException, URISyntaxException {
        home = Files.createTempDirectory(Path.of("/tmp"), "us");
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, home.resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, FROM_CLASS_PATH);
        properties.put("understudy.home", home.toString());
        properties.put("understudy.http.url", "http://127.0.0.1:8080/");
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(properties);
        framework.start();
        for (Class<?> type : BUNDLES) {
            URL source = type.getProtectionDomain().getCodeSource().getLocation();
            boolean folder = Files.isDirectory(Path.of(source.toURI()));
            context().installBundle(folder ? "reference:" + source : source.toString());
        }
        for (var bundle : context().getBundles()) {
            bundle.start();
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    AttachClient attach() throws IOException {
        return AttachClient.to(home);
    }

    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(20_000);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
