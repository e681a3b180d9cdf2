package org.understudy.swap;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which version is meant.
 *
 * @param source where to look for it
 * @param allowLower whether a version below the active one is wanted; otherwise it is refused as a slip
 * @param allowLoss whether it may come without a service that the active version has, or without its state; otherwise
 *     it is refused
 * @param allowBad whether it may come although it was taken back too often; otherwise it is refused
 */
public record Candidate(Source source, boolean allowLower, boolean allowLoss, boolean allowBad) {
    public Candidate {
        Objects.requireNonNull(source, "source");
    }

    /** Where a candidate is looked for. */
    public sealed interface Source {}

    /**
     * A bundle file. It is copied before it is looked at and never used from where it lies.
     *
     * @param path the file
     */
    public record File(Path path) implements Source {
        public File {
            Objects.requireNonNull(path, "path");
        }
    }

    /**
     * A version that the runtime has at hand: in the other slot, or in the versions folder of its home.
     *
     * @param version the exact version
     */
    public record Version(String version) implements Source {
        public Version {
            Objects.requireNonNull(version, "version");
        }
    }

    /** What {@link SwapManager#stage} has put into the free slot. */
    public record Staged() implements Source {}

    /** The active version once more: its own bytes, in the other slot. */
    public record Again() implements Source {}

    private static Candidate of(Source source) {
        return new Candidate(source, false, false, false);
    }

    /** The version in this file. */
    public static Candidate file(Path path) {
        return of(new File(path));
    }

    /** This version, from what is at hand. */
    public static Candidate version(String version) {
        return of(new Version(version));
    }

    /** The version that was staged before. */
    public static Candidate staged() {
        return of(new Staged());
    }

    /** The active version once more, as a fresh generation. */
    public static Candidate again() {
        return of(new Again());
    }

    /** The same candidate, even if it is lower than the active version. */
    public Candidate allowingLower() {
        return new Candidate(source, true, allowLoss, allowBad);
    }

    /** The same candidate, even if it lacks a service that the active version has: its handle goes after the drain. */
    public Candidate allowingLoss() {
        return new Candidate(source, allowLower, true, allowBad);
    }

    /** The same candidate, even if it was taken back too often. */
    public Candidate allowingBad() {
        return new Candidate(source, allowLower, allowLoss, true);
    }
}
