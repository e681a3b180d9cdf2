package org.understudy.dispatch;

import java.net.URL;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a {@link Part} knows of where it is used. Safe for use by many threads. */
public interface Surroundings {
    /** The class loader of the service's bundle. */
    ClassLoader loader();

    /** What lies in the service's bundle under this path; {@code null} where nothing does. */
    URL entry(String path);

    /** The paths below this one in the service's bundle; {@code null} where there are none. */
    Enumeration<String> entryPaths(String path);

    /** What the framework is configured with. */
    Optional<String> property(String name);

    /** Counts the service's work that outlives the calls which began it. */
    Outstanding outstanding();

    /** The uses of the service, through this handle and others. */
    Uses uses();

    /** What the whiteboard has given to the handle, kept from one generation to the next. */
    AtomicReference<Object> memory();

    /**
     * An object of the bundle's own has got out.
     *
     * @param through how, in words
     * @param holder a class of who holds it now
     */
    void escaped(String through, Object object, Class<?> holder);
}
