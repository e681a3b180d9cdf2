package org.understudy.swap.provider;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import org.apache.felix.utils.manifest.Attribute;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.osgi.framework.Constants;
import org.understudy.resource.Criticality;
import org.understudy.resource.Resource;
import org.understudy.swap.engine.ManifestFacts;
import org.understudy.swap.engine.Refusal;
import org.understudy.swap.engine.ResourceSpec;
import org.understudy.swap.engine.VersionNumber;

/** Reads manifests with Felix's parser of OSGi headers. */
final class FelixManifestFacts implements ManifestFacts {
    @Override
    public Facts read(Attributes manifest) throws Refusal {
        String symbolicName = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (symbolicName == null || symbolicName.isBlank()) {
            throw new Refusal("it has no Bundle-SymbolicName, so it is no OSGi bundle: build it with bnd");
        }
        if (!"2".equals(trimmed(manifest.getValue(Constants.BUNDLE_MANIFESTVERSION)))) {
            throw new Refusal("its Bundle-ManifestVersion is not 2: build it with bnd");
        }
        String name = clauses(manifest, Constants.BUNDLE_SYMBOLICNAME)[0].getName();
        return new Facts(name, version(manifest), spec(manifest, name));
    }

    private static VersionNumber version(Attributes manifest) throws Refusal {
        String text = trimmed(manifest.getValue(Constants.BUNDLE_VERSION));
        try {
            return VersionNumber.parse(text.isEmpty() ? "0.0.0" : text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("its Bundle-Version is wrong: " + e.getMessage(), e);
        }
    }

    private static ResourceSpec spec(Attributes manifest, String bundle) throws Refusal {
        List<Clause> found = Arrays.stream(clauses(manifest, Constants.PROVIDE_CAPABILITY))
                .filter(clause -> clause.getName().equals(Resource.NAMESPACE))
                .toList();
        if (found.size() != 1) {
            throw new Refusal(bundle + (found.isEmpty() ? " declares no resource" : " declares more than one resource")
                    + ": put one @Resource on a type or package of the bundle");
        }
        Clause clause = found.get(0);
        try {
            return new ResourceSpec(
                    attribute(clause, Resource.NAMESPACE, ""),
                    criticality(attribute(clause, "criticality", "")),
                    Long.parseLong(attribute(clause, "swapCostMillis", "10")),
                    list(attribute(clause, "contract", "")),
                    list(attribute(clause, "exclusive", "")),
                    Duration.of(Long.parseLong(attribute(clause, "latencyTargetMicros", "0")), ChronoUnit.MICROS),
                    DeclaredMetrics.in(attribute(clause, "metrics", "")));
        } catch (NumberFormatException e) {
            throw new Refusal(
                    bundle + " declares a swap-cost or latency target that is no number: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new Refusal(bundle + " declares a resource that cannot be one: " + e.getMessage(), e);
        }
    }

    private static Criticality criticality(String text) {
        try {
            return Criticality.valueOf(text.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "criticality '" + text + "' is none of " + Arrays.toString(Criticality.values()), e);
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Attributes may carry a type, as in {@code swapCostMillis:Long}. */
    private static String attribute(Clause clause, String name, String otherwise) {
        for (Attribute attribute : clause.getAttributes()) {
            if (attribute.getName().split(":", 2)[0].equals(name)) {
                return attribute.getValue();
            }
        }
        return otherwise;
    }

    private static Clause[] clauses(Attributes manifest, String header) throws Refusal {
        String text = manifest.getValue(header);
        if (text == null) {
            return new Clause[0];
        }
        try {
            return Parser.parseHeader(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("its header " + header + " is malformed: " + e.getMessage(), e);
        }
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.trim();
    }
}
