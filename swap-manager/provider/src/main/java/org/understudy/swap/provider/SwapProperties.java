package org.understudy.swap.provider;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.understudy.swap.engine.CommitPolicy;
import org.understudy.swap.engine.SwapSettings;

/**
 * What the runtime's properties say to the swap-manager.
 *
 * @param home the home's folder
 * @param versions the folder of versions that can be named
 * @param initial the versions to begin with, by resource
 * @param settings deadlines and pauses
 */
record SwapProperties(Path home, Path versions, Map<String, String> initial, SwapSettings settings) {
    private static final String PREFIX = "understudy.swap.";

    static SwapProperties of(BundleContext context) throws BundleException {
        RuntimeProperties properties = new RuntimeProperties(context::getProperty);
        String home = properties.text("understudy.home");
        if (home == null) {
            throw new BundleException(
                    "the property understudy.home is not set: it names the folder that the swap-manager keeps its artifacts and state in");
        }
        String versions = properties.text("understudy.versions");
        SwapSettings defaults = SwapSettings.DEFAULTS;
        return new SwapProperties(
                Path.of(home),
                versions == null ? Path.of(home, "versions") : Path.of(versions),
                initial(properties.text("understudy.initial")),
                new SwapSettings(
                        properties.millis(PREFIX + "startDeadlineMillis", defaults.startDeadline()),
                        properties.millis(PREFIX + "stopDeadlineMillis", defaults.stopDeadline()),
                        properties.millis(PREFIX + "drainDeadlineMillis", defaults.drainDeadline()),
                        properties.millis(PREFIX + "lingerMillis", defaults.linger()),
                        properties.millis(PREFIX + "holdDeadlineMillis", defaults.holdDeadline()),
                        properties.millis(PREFIX + "pauseMillis", defaults.pause()),
                        commit(properties, defaults.commit()),
                        JudgeProperties.in(properties),
                        properties.millis(PREFIX + "warmUpMillis", defaults.warmUp()),
                        properties.millis(PREFIX + "leakGraceMillis", defaults.leakGrace())));
    }

    private static CommitPolicy commit(RuntimeProperties properties, CommitPolicy defaults) throws BundleException {
        return new CommitPolicy(
                properties.each(PREFIX + "bakeMillis", defaults.bake(), properties::millis),
                properties.count(PREFIX + "attempts", 1, defaults.attempts()),
                properties.millis(PREFIX + "rollbackWindowMillis", defaults.rollbackWindow()),
                properties.count(PREFIX + "badAfter", 1, defaults.badAfter()));
    }

    private static Map<String, String> initial(String text) throws BundleException {
        Map<String, String> versions = new LinkedHashMap<>();
        if (text != null && !text.isBlank()) {
            for (String entry : text.split(",")) {
                String[] parts = entry.trim().split("=");
                if (parts.length != 2) {
                    throw new BundleException("the property understudy.initial has '" + entry.trim()
                            + "': expected RESOURCE=VERSION, separated by commas");
                }
                versions.put(parts[0].trim(), parts[1].trim());
            }
        }
        return versions;
    }
}
