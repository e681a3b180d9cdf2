package org.understudy.swap.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.SlotSide;

/**
 * Knows every class loader that a start has brought to life, and which of them are not yet collected. Holds them
 * weakly. Safe for use by many threads.
 */
final class GenerationWatch {
    private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();

    /** One class loader of one version. */
    static final class Entry {
        private final String resource;
        private final String version;
        private final SlotSide side;
        private final WeakReference<ClassLoader> loader;
        private volatile boolean onPurpose;

        private Entry(String resource, String version, SlotSide side, ClassLoader loader) {
            this.resource = resource;
            this.version = version;
            this.side = side;
            this.loader = new WeakReference<>(loader);
        }

        String resource() {
            return resource;
        }

        String version() {
            return version;
        }

        SlotSide side() {
            return side;
        }

        boolean is(ClassLoader other) {
            return loader.refersTo(other);
        }

        /** Whether one of these frames is in its code. */
        boolean runs(StackTraceElement[] frames) {
            ClassLoader known = loader.get();
            return known != null && GenerationWatch.runs(known, frames);
        }

        /** Its slot hangs: it is kept alive knowingly. */
        void giveUp() {
            onPurpose = true;
        }
    }

    /** Watches a loader; one that is watched already, because it is started again, keeps its entry. */
    Entry watch(String resource, String version, SlotSide side, ClassLoader loader) {
        return find(loader).orElseGet(() -> {
            Entry entry = new Entry(resource, version, side, loader);
            entries.add(entry);
            return entry;
        });
    }

    /** The entry of a loader that a start has brought to life. */
    Optional<Entry> find(ClassLoader loader) {
        for (Entry entry : entries) {
            if (entry.is(loader)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** All that are not collected, oldest first, with what each is to its resource. */
    List<GenerationStatus> alive(Function<Entry, GenerationStatus.Use> use) {
        entries.removeIf(entry -> entry.is(null));
        List<GenerationStatus> alive = new ArrayList<>();
        for (Entry entry : entries) {
            GenerationStatus.Use now = use.apply(entry);
            List<String> threads = now == GenerationStatus.Use.RETIRED ? threadsOf(entry.loader.get()) : List.of();
            alive.add(new GenerationStatus(entry.resource, entry.version, entry.side, now, entry.onPurpose, threads));
        }
        return alive;
    }

    /** Live threads that the loader's code made or that still run it. */
    private static List<String> threadsOf(ClassLoader loader) {
        if (loader == null) {
            return List.of();
        }
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(found -> madeBy(loader, found.getKey()) || runs(loader, found.getValue()))
                .map(found -> found.getKey().getName())
                .sorted()
                .toList();
    }

    private static boolean madeBy(ClassLoader loader, Thread thread) {
        return thread.getClass().getClassLoader() == loader || thread.getContextClassLoader() == loader;
    }

    /** Stack frames carry class names only: a name counts when the loader itself defines a class of that name. */
    private static boolean runs(ClassLoader loader, StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            String name = frame.getClassName();
            if (!name.startsWith("java.") && definedBy(loader, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean definedBy(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // a class of somebody else, which this loader cannot see
        }
    }
}
