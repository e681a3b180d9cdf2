package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;

/** Counts page views. Resource {@code analytics}, volatile. */
@ConsumerType
public interface Analytics {
    /** Counts a view of this path and returns how many this version has counted. */
    Answer<Long> seen(String path);
}
