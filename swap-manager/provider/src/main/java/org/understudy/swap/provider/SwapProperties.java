package org.understudy.swap.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
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
    static SwapProperties of(BundleContext context) throws BundleException {
        String home = context.getProperty("understudy.home");
        if (home == null) {
            throw new BundleException(
                    "the property understudy.home is not set: it names the folder that the swap-manager keeps its artifacts and state in");
        }
        String versions = context.getProperty("understudy.versions");
        SwapSettings defaults = SwapSettings.DEFAULTS;
        return new SwapProperties(
                Path.of(home),
                versions == null ? Path.of(home, "versions") : Path.of(versions),
                initial(context.getProperty("understudy.initial")),
                new SwapSettings(
                        millis(context, "startDeadline", defaults.startDeadline()),
                        millis(context, "stopDeadline", defaults.stopDeadline()),
                        millis(context, "drainDeadline", defaults.drainDeadline()),
                        millis(context, "linger", defaults.linger()),
                        millis(context, "holdDeadline", defaults.holdDeadline()),
                        millis(context, "pause", defaults.pause())));
    }

    private static Duration millis(BundleContext context, String name, Duration otherwise) throws BundleException {
        String key = "understudy.swap." + name + "Millis";
        String text = context.getProperty(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.trim());
            if (value >= 0) {
                return Duration.ofMillis(value);
            }
        } catch (NumberFormatException e) {
            throw new BundleException(wrong(key, text), e);
        }
        throw new BundleException(wrong(key, text));
    }

    private static String wrong(String key, String text) {
        return "the property " + key + " is '" + text + "': expected a whole number of milliseconds, 0 or more";
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
