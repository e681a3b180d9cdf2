package org.understudy.resource;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The folder in which a resource keeps its files. It is the same for all versions, whichever slot they are in, and
 * stays through every swap; what {@code BundleContext.getDataFile} gives belongs to one slot alone
 * and is left behind by the next swap.
 *
 * <p>A service that each resource sees as its own; no other bundle sees it. The folder exists and could be written to
 * when the service was got, else there is no service. Two started versions share it for a moment around a swap: write
 * to it only while {@linkplain OnStage on stage}, or so that both can.
 */
@ProviderType
public interface DataFolder {
    /** The folder: absolute, existing. */
    Path path();
}
