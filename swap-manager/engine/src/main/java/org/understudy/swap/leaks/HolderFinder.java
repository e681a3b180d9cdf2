package org.understudy.swap.leaks;

import java.util.ArrayList;
import java.util.List;
import org.understudy.swap.Holder;

/**
 * Finds one kind of holder. Looks only: nothing is released, and code of the version is not run. What comes or goes while
 * it looks may be missed. Safe for use by many threads.
 */
@FunctionalInterface
public interface HolderFinder {
    /** Who keeps this class loader alive, by a thread, an object or a class of it. */
    List<Holder> find(ClassLoader loader);

    /** All that can be found without the help of a framework, but for threads. */
    static HolderFinder ofVirtualMachine() {
        return together(List.of(
                new ThreadLocalFinder(),
                new MBeanFinder(),
                new DriverFinder(),
                new ShutdownHookFinder(),
                new LogFinder()));
    }

    /** What all of these find. */
    static HolderFinder together(List<HolderFinder> finders) {
        List<HolderFinder> all = List.copyOf(finders);
        return loader -> {
            List<Holder> found = new ArrayList<>();
            all.forEach(finder -> found.addAll(finder.find(loader)));
            return found;
        };
    }
}
