package org.understudy.swap.engine;

/** A slot did not finish its start or stop by its deadline; its bundle's lock is held for good. */
public class HungException extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Says what hangs. */
    public HungException(String reason) {
        super(reason);
    }
}
