package org.understudy.predictor.engine;

/**
 * A user needs a resource.
 *
 * @param user the number under which the {@link Roster} knows the user
 * @param resource its name
 * @param millis when, since 1970
 */
record Need(long user, String resource, long millis) {}
