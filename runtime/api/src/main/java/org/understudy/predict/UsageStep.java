package org.understudy.predict;

import org.osgi.annotation.versioning.ProviderType;

/** A step of a user that is under way; to be closed by the thread that began it, the last one first. */
@ProviderType
public interface UsageStep extends AutoCloseable {
    /** Ends it. Does nothing the second time. */
    @Override
    void close();
}
