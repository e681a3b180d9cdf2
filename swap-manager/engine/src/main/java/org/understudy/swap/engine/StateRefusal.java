package org.understudy.swap.engine;

/** The state of what is on stage cannot be handed over; what is to come may come without it, where that is allowed. */
final class StateRefusal extends Refusal {
    private static final long serialVersionUID = 1L;

    StateRefusal(String reason) {
        super(reason);
    }

    StateRefusal(String reason, Refusal cause) {
        super(reason, cause);
    }
}
