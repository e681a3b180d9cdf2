package org.understudy.swap.leaks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.understudy.swap.Holder;

/**
 * Live threads that the loader's code made, that run it, or that have the loader for their context. Where nothing but the
 * names of classes on the stack tells, and other loaders have classes of these names as well, a thread is not counted.
 */
public final class ThreadFinder implements HolderFinder {
    private final BiPredicate<ClassLoader, String> shared;

    /**
     * Creates one.
     *
     * @param shared whether another loader of interest than this one defines a class of that name too
     */
    public ThreadFinder(BiPredicate<ClassLoader, String> shared) {
        this.shared = shared;
    }

    @Override
    public List<Holder> find(ClassLoader loader) {
        List<Holder> found = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> live :
                Thread.getAllStackTraces().entrySet()) {
            how(loader, live.getKey(), live.getValue())
                    .map(how -> new Holder(Holder.Kind.THREAD, live.getKey().getName() + how))
                    .ifPresent(found::add);
        }
        if (Belongings.is(loader, Thread.getDefaultUncaughtExceptionHandler())) {
            found.add(new Holder(Holder.Kind.THREAD, "all of them, by the default handler of uncaught exceptions"));
        }
        return found;
    }

    private Optional<String> how(ClassLoader loader, Thread thread, StackTraceElement[] frames) {
        boolean madeBy = Belongings.is(loader, thread)
                || Insides.work(thread)
                        .filter(work -> Belongings.is(loader, work))
                        .isPresent();
        if (madeBy || defined(loader, frames).anyMatch(name -> !shared.test(loader, name))) {
            return Optional.of("");
        }
        if (thread.getContextClassLoader() == loader) {
            return Optional.of(", by its context class loader");
        }
        return Belongings.is(loader, thread.getUncaughtExceptionHandler())
                ? Optional.of(", by its handler of uncaught exceptions")
                : Optional.empty();
    }

    /**
     * Whether one of these frames is in the code of a loader. Frames carry class names only: a name counts when the loader
     * itself defines a class of that name.
     */
    public static boolean runs(ClassLoader loader, StackTraceElement[] frames) {
        return defined(loader, frames).findAny().isPresent();
    }

    private static Stream<String> defined(ClassLoader loader, StackTraceElement[] frames) {
        return Stream.of(frames)
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && defines(loader, name));
    }

    /** Whether the loader itself, and not one that it asks, defines a class of this name. */
    public static boolean defines(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // a class of somebody else, which this loader cannot see
        }
    }
}
