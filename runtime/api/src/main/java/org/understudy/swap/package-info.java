/**
 * Swapping as its users see it. Read {@link org.understudy.swap.SwapManager} first: it is the service to swap with, {@link org.understudy.swap.Pinning}
 * the one for requests that must not be mixed, and every
 * other type here is what it takes or returns.
 */
@Export
@Version("1.0.0")
package org.understudy.swap;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
