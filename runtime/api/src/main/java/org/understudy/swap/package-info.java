/**
 * Swapping as its users see it. Read {@link org.understudy.swap.SwapManager} first: it is the service that swaps, and
 * {@link org.understudy.swap.Pinning} is the one for requests that no swap may mix. Every other type here is what these
 * two take or return.
 */
@Export
@Version("1.0.0")
package org.understudy.swap;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
