package org.understudy.swap.journal.outage;

/** The end of a process. No error of the disk, so that nobody handles it as one. */
public final class Kill extends Error {
    private static final long serialVersionUID = 1L;

    Kill(String step) {
        super("the process was killed before: " + step);
    }
}
