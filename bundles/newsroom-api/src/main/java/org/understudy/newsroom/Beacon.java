package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A light that says on a port of its own, to whoever connects from this machine, which version keeps it. Resource
 * {@code beacon}, auxiliary and exclusive: only one version at a time can hold the port.
 */
@ConsumerType
public interface Beacon {
    /** The loopback port that this version holds; the same in all versions. */
    Answer<Integer> port();
}
