package org.understudy.swap;

import org.osgi.annotation.versioning.ProviderType;

/** Holds the thread that took it to one configuration, until it is closed. Used by that thread alone. */
@ProviderType
public interface Pin extends AutoCloseable {
    /**
     * The same configuration, for other threads and for longer than this pin.
     *
     * @throws IllegalStateException if the pin was closed
     */
    Lease lease();

    /**
     * Lets go. Does nothing the second time.
     *
     * @throws IllegalStateException if another thread took it, or took a later one that is still open; nothing has changed
     *     then
     */
    @Override
    void close();
}
