package org.understudy.swap.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.understudy.resource.Criticality;
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
                        millis(context, "pause", defaults.pause()),
                        commit(context, defaults.commit()),
                        defaults.judge(),
                        millis(context, "warmUp", defaults.warmUp()),
                        millis(context, "leakGrace", defaults.leakGrace())));
    }

    private static CommitPolicy commit(BundleContext context, CommitPolicy defaults) throws BundleException {
        Map<Criticality, Duration> bake = new EnumMap<>(Criticality.class);
        for (Criticality criticality : Criticality.values()) {
            String own = "understudy.swap.bakeMillis." + criticality.name().toLowerCase(Locale.ROOT);
            bake.put(
                    criticality,
                    millisOf(
                            context,
                            own,
                            millis(context, "bake", defaults.bake().get(criticality))));
        }
        return new CommitPolicy(
                bake,
                count(context, "attempts", defaults.attempts()),
                millis(context, "rollbackWindow", defaults.rollbackWindow()),
                count(context, "badAfter", defaults.badAfter()));
    }

    private static int count(BundleContext context, String name, int otherwise) throws BundleException {
        String key = "understudy.swap." + name;
        String text = context.getProperty(key);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.trim());
            if (value >= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new BundleException(notCounted(key, text), e);
        }
        throw new BundleException(notCounted(key, text));
    }

    private static String notCounted(String key, String text) {
        return "the property " + key + " is '" + text + "': expected a whole number, 1 or more";
    }

    private static Duration millis(BundleContext context, String name, Duration otherwise) throws BundleException {
        return millisOf(context, "understudy.swap." + name + "Millis", otherwise);
    }

    private static Duration millisOf(BundleContext context, String key, Duration otherwise) throws BundleException {
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
