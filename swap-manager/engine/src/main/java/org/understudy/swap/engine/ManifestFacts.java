package org.understudy.swap.engine;

import java.util.jar.Attributes;

/** Reads from a bundle's manifest what the engine needs to know; the grammar is OSGi's and so is the parser. */
@FunctionalInterface
public interface ManifestFacts {
    /**
     * What a manifest says.
     *
     * @param symbolicName the bundle's symbolic name
     * @param version its version
     * @param spec its declaration as a resource
     */
    record Facts(String symbolicName, VersionNumber version, ResourceSpec spec) {}

    /**
     * Reads the main section of a manifest.
     *
     * @throws Refusal if it is not the manifest of a resource bundle; the message says what is missing
     */
    Facts read(Attributes manifest) throws Refusal;
}
