package org.understudy.monitor;

import java.util.Objects;

/**
 * Disk and network of the host at a moment, everything on it included. Looked at every few seconds. What nobody tells
 * is -1.
 *
 * @param diskFree bytes that can still be written to the home's disk
 * @param diskRead bytes read from all disks since the host started
 * @param diskWritten bytes written to them
 * @param netIn bytes received through all network interfaces but the loopback
 * @param netOut bytes sent
 * @param source who tells: {@code oshi}, {@code proc}, or {@code none}
 */
public record HostSample(long diskFree, long diskRead, long diskWritten, long netIn, long netOut, String source) {
    /** Nobody tells anything. */
    public static final HostSample UNKNOWN = new HostSample(-1, -1, -1, -1, -1, "none");

    /** Refuses no source. */
    public HostSample {
        Objects.requireNonNull(source, "source");
    }
}
