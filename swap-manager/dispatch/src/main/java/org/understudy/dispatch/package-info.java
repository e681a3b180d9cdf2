/**
 * The way of a call from a handle to the active generation, and the way of the swapper to the knowledge that nobody
 * is inside any more. Read {@link org.understudy.dispatch.Pointer} first; why the protocol is right is argued in
 * {@code swap-manager/dispatch/PROTOCOL.md}.
 *
 * <p>Exported because the generated handles, which live in bundles of their own, call it; not meant for anybody else.
 */
@Export
@Version("1.0.0")
package org.understudy.dispatch;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
