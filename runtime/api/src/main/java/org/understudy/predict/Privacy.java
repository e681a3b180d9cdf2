package org.understudy.predict;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What a user and an admin can decide about usage. Users are named as {@link Usage#step} was told; no name is kept. Safe
 * for use by many threads; when a method returns, it is done and on disk.
 */
@ProviderType
public interface Privacy {
    /** How things stand. */
    PrivacyStatus status();

    /** Takes usage from now on, or takes none of anybody. */
    void on(boolean on);

    /** Takes nothing of this user from now on, and forgets what is known. */
    void optOut(String user);

    /** Takes usage of this user again. */
    void optIn(String user);

    /** All that is known about a user. */
    UserRecord export(String user);

    /**
     * Forgets a user: counts, events that wait, and what is on disk. Afterwards the user is like one never seen.
     *
     * @return whether anything was known
     */
    boolean forget(String user);
}
