package org.understudy.swap.handles;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A handle class, ready to be put into a bundle.
 *
 * <p>It is public and final and has one public constructor, which takes an {@link org.understudy.dispatch.Pointer} and
 * an {@link org.understudy.dispatch.Target}.
 *
 * @param name the binary name of the class, with dots
 * @param bytes the class file; the same interfaces always give the same bytes
 * @param packages the packages that the bundle must import, so that every type which the interfaces mention is the
 *     consumers' one; without {@code java.*} and without that of {@link org.understudy.dispatch}, which it needs too
 */
public record HandleClass(String name, byte[] bytes, SortedSet<String> packages) {
    /** Copies what it is given. */
    public HandleClass {
        Objects.requireNonNull(name, "name");
        bytes = bytes.clone();
        packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
    }

    /** A copy of the class file. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
