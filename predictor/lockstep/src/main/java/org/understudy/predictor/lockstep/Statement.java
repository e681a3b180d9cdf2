package org.understudy.predictor.lockstep;

/** What is stated before each event. */
enum Statement {
    /** How likely each item is the next one. */
    NEXT,
    /** How likely each item is needed within the horizon. */
    WITHIN
}
