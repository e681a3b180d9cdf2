package org.understudy.predictor.engine;

import org.understudy.predict.PredictionModel.Next;

/** A simple way to say what a user needs next: what a model has to be better than. For one thread. */
interface Rule {
    /** For people. */
    String name();

    Next next(long user);

    void learn(long user, String resource);

    void forget(long user);
}
