package org.understudy.newsroom.demo.play;

import org.understudy.newsroom.demo.check.Fault;

/**
 * A faulty version on stage, left to the judge.
 *
 * @param fault its fault
 * @param caught whether the judge has taken it back
 * @param millis from the flip to the flip back, milliseconds; until the play gave up where the judge did not
 */
public record Trial(Fault fault, boolean caught, double millis) {}
