/**
 * Starts the framework over a home folder, watches it, and ends it. {@link org.understudy.launcher.Main} reads the
 * command line; {@code Start} is the life of one run from lock to shutdown.
 *
 * <p>Nothing here is specific to one framework: it is found through the standard {@code FrameworkFactory}. Nothing here
 * is a bundle: what the launcher and the bundles share are framework properties, and services under JDK types.
 */
package org.understudy.launcher;
