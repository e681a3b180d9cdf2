/**
 * Who keeps a version from being collected that nobody needs any more, as far as the virtual machine tells. Read
 * {@link org.understudy.swap.leaks.HolderFinder} first.
 */
package org.understudy.swap.leaks;
