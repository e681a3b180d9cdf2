/**
 * How the process and the versions on stage are doing. Read {@link org.understudy.monitor.RuntimeMonitor} first: it is the
 * one service, and every other type here is what it returns.
 */
@Export
@Version("1.0.0")
package org.understudy.monitor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
