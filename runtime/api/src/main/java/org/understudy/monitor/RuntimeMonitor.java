package org.understudy.monitor;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells how the process and the versions on stage are doing, from the latest look: a few a second. Asking costs nothing
 * and changes nothing. Safe for use by many threads.
 *
 * <p>Calls, failures and latencies are known for each version. Processor time is not: a thread is now in one version
 * and now in another, and telling them apart would take two expensive system calls a call. It is the process's.
 */
@ProviderType
public interface RuntimeMonitor {
    /** The process and its host. */
    ProcessSample process();

    /** The versions on stage and those that are being left, in the order of their resources' names. */
    List<GenerationFigures> generations();
}
