package org.understudy.predict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How likely each resource is to be needed soon. Safe for use by many threads; an answer takes what was learned so far.
 */
@ProviderType
public interface Predictor {
    /** What anyone will need within the horizon, over the sessions that are active; the likeliest first. */
    Outlook anyone();

    /** What those who are active now would need at another time. */
    Outlook anyone(Instant at);

    /**
     * What one user will need.
     *
     * @param user as {@link Usage#step} was told
     * @param at when; empty for now
     * @return for a user never seen, what is likely for anybody
     */
    Outlook user(String user, Optional<Instant> at);

    /** How well each model has done on the latest events, the one that is trusted now first. */
    List<ModelQuality> quality();

    /**
     * What speaks for a resource being needed by anyone, the strongest first.
     *
     * @return empty where nothing does
     */
    List<Evidence> whyLikely(String resource);

    /** What was taken in, learned and dropped. */
    UsageFigures usage();
}
