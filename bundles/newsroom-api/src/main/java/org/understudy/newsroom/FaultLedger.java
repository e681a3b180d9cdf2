package org.understudy.newsroom;

import org.osgi.annotation.versioning.ProviderType;

/** Where a faulty version writes down each failure of its own, so that a checker can compare. */
@ProviderType
public interface FaultLedger {
    /** Counts one failure of this version. */
    void count(String resource, String version);
}
