package org.understudy.swap.engine;

import java.util.List;
import org.understudy.doctor.Ailment;

/** Looks after one area of the home. Safe for use by many threads. */
interface Checkup {
    /** Where it looks. */
    Ailment.Area area();

    /**
     * Everything there that is not as it should be; nothing is changed by looking.
     *
     * @throws Refusal if it cannot be looked at
     */
    List<Complaint> look() throws Refusal;
}
