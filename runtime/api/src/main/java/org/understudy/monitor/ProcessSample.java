package org.understudy.monitor;

import java.util.Objects;

/**
 * The process at a moment; rates are those since the look before. What this Java or this host does not tell is NaN or -1.
 *
 * @param cpuCores how many processors the process has kept busy
 * @param load the system's load average over a minute
 * @param heapUsed bytes of the heap in use, garbage included
 * @param heapAfterGc bytes of the heap in use after the last collection: what is really held
 * @param gcShare the share of time in which collections have kept everything waiting, 0 to 1
 * @param longestPauseMillis the longest of these collections, milliseconds
 * @param metaspace bytes of metaspace in use
 * @param threads live threads
 * @param openFiles open file descriptors
 * @param host the host
 */
public record ProcessSample(
        double cpuCores,
        double load,
        long heapUsed,
        long heapAfterGc,
        double gcShare,
        double longestPauseMillis,
        long metaspace,
        int threads,
        long openFiles,
        HostSample host) {
    /** Nothing is known yet. */
    public static final ProcessSample UNKNOWN =
            new ProcessSample(Double.NaN, Double.NaN, -1, -1, Double.NaN, Double.NaN, -1, -1, -1, HostSample.UNKNOWN);

    /** Refuses no host. */
    public ProcessSample {
        Objects.requireNonNull(host, "host");
    }
}
