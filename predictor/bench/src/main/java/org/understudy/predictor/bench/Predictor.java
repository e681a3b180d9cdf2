package org.understudy.predictor.bench;

/** What the benchmark measures: states a belief before each event, and is then told what came. For one thread. */
interface Predictor {
    /** How it is called in the table. */
    String name();

    /** Puts the belief before the next event of this user into the given one. */
    void state(String user, long time, Belief belief);

    /** Tells what came. */
    void learn(String user, long time, String item);
}
