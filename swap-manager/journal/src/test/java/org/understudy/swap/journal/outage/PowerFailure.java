package org.understudy.swap.journal.outage;

/** The end of everything that runs. No error of the disk, so that nobody handles it as one. */
public final class PowerFailure extends Error {
    private static final long serialVersionUID = 1L;

    /** Creates the end of everything. */
    public PowerFailure(String step) {
        super("the power went off before: " + step);
    }
}
