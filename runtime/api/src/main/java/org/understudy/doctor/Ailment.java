package org.understudy.doctor;

import java.util.Objects;

/**
 * Something that is not as it should be. The texts are for people.
 *
 * @param area where
 * @param severity how bad it is
 * @param what what it is, with the name of the file, resource or bundle
 * @param why what comes of it
 * @param remedy what a treatment does about it; where none does, what a person can do
 * @param curable whether a treatment does something about it
 */
public record Ailment(Area area, Severity severity, String what, String why, String remedy, boolean curable) {
    /** Refuses what says nothing. */
    public Ailment {
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(remedy, "remedy");
        if (what.isBlank()) {
            throw new IllegalArgumentException("an ailment says what it is");
        }
    }

    /** Where something can be wrong. */
    public enum Area {
        /** The folder of the home, and room in it. */
        HOME,
        /** What the home says has happened. */
        JOURNAL,
        /** The copies of all versions that are needed. */
        STORE,
        /** The bundles of the resources, as the framework has them. */
        SLOTS
    }

    /** How bad something is. */
    public enum Severity {
        /** To be known; there is nothing to do about it. */
        NOTE,
        /** What runs now and what the next start brings is not affected, but something else is, a way back for example. */
        WARNING,
        /** Something does not work, or will not after the next start. */
        ERROR
    }
}
