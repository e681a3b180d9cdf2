/**
 * The contracts of Newsroom, a small news site. Every answer says which version gave it
 * ({@link org.understudy.newsroom.Answer}), so that a caller can tell which version it was answered by.
 */
@Export
@Version("1.0.0")
package org.understudy.newsroom;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
