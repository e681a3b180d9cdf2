package org.understudy.predict;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes in what is used. Never waits, and never fails because of what becomes of it: where there is more than can be
 * learned, events are dropped and counted. Safe for use by many threads.
 *
 * <p>A user is whatever tells one from another: a login, a session. The name is turned into a pseudonym at once and kept
 * nowhere; of users who have opted out nothing is taken, and while usage is off nothing of anybody.
 */
@ProviderType
public interface Usage {
    /** The longest name of a user or resource, in characters; longer ones are refused. */
    int LONGEST_NAME = 1_000;

    /**
     * Begins a step of a user on the calling thread, for example a request: each resource whose services the thread calls
     * before it is closed is an event, once.
     *
     * <pre>{@code
     * try (UsageStep step = usage.step(session)) {
     *     answer(request);
     * }
     * }</pre>
     *
     * @throws IllegalArgumentException if the name is empty or too long
     */
    UsageStep step(String user);

    /**
     * A user needs a resource now, in whatever way; for needs that are no calls.
     *
     * @throws IllegalArgumentException if a name is empty or too long
     */
    void needs(String user, String resource);

    /**
     * Something outside has changed that may change what is needed: a feature flag, the variant of an experiment, a
     * deployment, a feed. The latest value of each name counts as a circumstance of all needs from then on; an empty value
     * ends it. At most {@value #MOST_SIGNALS} names are kept, the latest.
     *
     * @throws IllegalArgumentException if a name is empty, or one of both too long
     */
    void signal(String name, String value);

    /** How many signals are kept. */
    int MOST_SIGNALS = 64;
}
