package org.understudy.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one run is made of.
 *
 * @param temporary whether the home is removed at the end
 * @param newsroom whether the sample application runs as well
 * @param demo whether the demonstration's bundles are there
 * @param onStage whether the application's first versions are brought on stage by the swap-manager
 */
record RunPlan(
        Home home,
        boolean temporary,
        OptionalInt port,
        Optional<Duration> timeout,
        boolean newsroom,
        boolean demo,
        boolean onStage) {
    private static final int HIGHEST_LEVEL = 6;
    private static final String PREFIX = "understudy.";
    private static final String INITIAL = PREFIX + "initial";

    List<PlatformBundle> bundles(Distribution distribution) throws LaunchException {
        List<PlatformBundle> bundles = new ArrayList<>(distribution.runtimeBundles());
        if (newsroom) {
            bundles.addAll(distribution.newsroomBundles());
        }
        if (demo) {
            bundles.addAll(distribution.demoBundles());
        }
        return bundles;
    }

    /** The framework properties of this run: the settings, and over them what the launcher alone decides. */
    Map<String, String> properties(Distribution distribution, Settings settings, Port port) throws LaunchException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("org.osgi.framework.storage", home.cache().toString());
        properties.put("org.osgi.framework.startlevel.beginning", Integer.toString(HIGHEST_LEVEL));

        properties.put("understudy.home", home.folder().toString());
        properties.put("understudy.versions", home.versions().toString());
        properties.put("understudy.http.url", port.url());
        if (newsroom) {
            Path file = distribution.newsroomProperties();
            properties.putAll(ConfFile.entries(file, PREFIX));
            properties.put("understudy.faulty", distribution.newsroomFaulty().toString());
        }
        if (demo) {
            properties.putAll(ConfFile.entries(distribution.demoProperties(), PREFIX));
        }
        properties.put(INITIAL, initial(distribution));

        properties.put("org.apache.felix.http.host", Port.HOST);
        properties.put("org.osgi.service.http.port", Integer.toString(port.number()));
        // how often sessions that have ended are looked for; by itself Jetty keeps them for ten minutes more
        properties.put("org.eclipse.jetty.servlet.SessionScavengingInterval", "60");
        properties.put("felix.cm.dir", home.state().resolve("config").toString());
        // File Install is there for the *.cfg files alone: it deploys nothing, and writes nothing back.
        properties.put("felix.fileinstall.dir", home.conf().toString());
        properties.put("felix.fileinstall.filter", ".*\\.cfg");
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.enableConfigSave", "false");
        properties.put("felix.fileinstall.subdir.mode", "skip");
        properties.put("felix.fileinstall.bundles.new.start", "false");
        properties.put(
                "felix.fileinstall.tmpdir", home.cache().resolve("fileinstall").toString());
        properties.put("felix.fileinstall.optionalImportRefreshScope", "none");
        properties.put("felix.fileinstall.fragmentRefreshScope", "none");
        return settings.with(properties);
    }

    /** The versions that a home begins with: the predictor's, and those of the sample application, if it is on stage. */
    private String initial(Distribution distribution) throws LaunchException {
        List<String> versions = new ArrayList<>(List.of(
                ConfFile.entries(distribution.predictorProperties(), PREFIX).get(INITIAL)));
        if (newsroom && onStage) {
            versions.add(
                    ConfFile.entries(distribution.newsroomProperties(), PREFIX).get(INITIAL));
        }
        return String.join(",", versions);
    }
}
