package org.understudy.doctor;

import java.util.Objects;

/**
 * What was tried about an ailment.
 *
 * @param ailment what it was
 * @param helped whether it could be done
 * @param what what was done, or why it could not be
 */
public record Treatment(Ailment ailment, boolean helped, String what) {
    /** Refuses what says nothing. */
    public Treatment {
        Objects.requireNonNull(ailment, "ailment");
        Objects.requireNonNull(what, "what");
    }
}
