package org.understudy.resource;

/** How much hangs on a resource, and so how carefully it is swapped. */
public enum Criticality {
    /** Core function: swapped rarely and carefully; a drain past its deadline is waited for, never cut. */
    CRITICAL,
    /** Themes, feeds, trackers: swapped often. */
    VOLATILE,
    /** Rarely used or experimental: swapped when it suits. */
    AUXILIARY
}
