/**
 * What the author of a resource bundle needs: put {@link org.understudy.resource.Resource} on a type or on the
 * package of the bundle. bnd turns it into a capability of the manifest; the annotation is
 * not needed at run time, so a resource bundle depends on Understudy only where it asks for its
 * {@link org.understudy.resource.DataFolder} or has state that must get into its next version
 * ({@link org.understudy.resource.StateTransfer}), tells how it is
 * ({@link org.understudy.resource.HealthCheck}, {@link org.understudy.resource.Metrics}).
 */
@Export
@Version("1.0.0")
package org.understudy.resource;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
