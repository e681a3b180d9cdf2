package org.understudy.swap.engine;

import java.nio.file.Path;

/**
 * One version of a resource as a file in the artifact store.
 *
 * @param spec what it declares about its resource
 * @param symbolicName the bundle's symbolic name
 * @param version the bundle's version
 * @param digest SHA-256 of the file, lower-case hexadecimal
 * @param file the file in the store
 */
public record Artifact(ResourceSpec spec, String symbolicName, VersionNumber version, String digest, Path file) {
    /** What messages call it. */
    public String label() {
        return spec.name() + " " + version;
    }

    /** Whether both are the same bytes. */
    public boolean sameContent(Artifact other) {
        return digest.equals(other.digest);
    }
}
