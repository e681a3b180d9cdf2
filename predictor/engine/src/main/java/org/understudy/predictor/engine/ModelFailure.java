package org.understudy.predictor.engine;

/** A model has thrown, or answered with nonsense. */
final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1;

    ModelFailure(String reason) {
        super(reason);
    }

    ModelFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
