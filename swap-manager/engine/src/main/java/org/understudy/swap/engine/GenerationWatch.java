package org.understudy.swap.engine;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.Holder;
import org.understudy.swap.SlotSide;
import org.understudy.swap.leaks.HolderFinder;
import org.understudy.swap.leaks.ThreadFinder;

/**
 * Knows every class loader that a start has brought to life, and which of them are not yet collected. Holds them
 * weakly. Safe for use by many threads.
 */
final class GenerationWatch {
    private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final HolderFinder finder;
    private final LongSupplier clock;

    /**
     * Creates one.
     *
     * @param finder finds who holds a class loader, but for threads
     * @param clock nanoseconds, like {@link System#nanoTime}
     */
    GenerationWatch(HolderFinder finder, LongSupplier clock) {
        this.finder = HolderFinder.together(List.of(new ThreadFinder(this::isShared), finder));
        this.clock = clock;
    }

    /** One class loader of one version. */
    static final class Entry {
        private final String resource;
        private final String version;
        private final SlotSide side;
        private final WeakReference<ClassLoader> loader;
        private volatile boolean onPurpose;
        private long retiredNanos;
        private boolean retired;
        private boolean outlived;
        private boolean told;

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
            return known != null && ThreadFinder.runs(known, frames);
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

    /** All that are not collected, oldest first, with what each is to its resource, and who holds those that retired. */
    List<GenerationStatus> alive(Function<Entry, GenerationStatus.Use> use) {
        List<GenerationStatus> alive = new ArrayList<>();
        for (Entry entry : look(use)) {
            alive.add(new GenerationStatus(
                    entry.resource,
                    entry.version,
                    entry.side,
                    use.apply(entry),
                    entry.onPurpose,
                    retiredMillis(entry),
                    entry.retired ? holders(entry) : List.of()));
        }
        return alive;
    }

    /** Takes note of who has retired and who was collected since the last look; gives those that are not. */
    private synchronized List<Entry> look(Function<Entry, GenerationStatus.Use> use) {
        long now = clock.getAsLong();
        for (Entry entry : entries) {
            boolean retired = use.apply(entry) == GenerationStatus.Use.RETIRED;
            if (retired && !entry.retired) {
                entry.retiredNanos = now;
            }
            entry.retired = retired;
        }
        entries.removeIf(entry -> {
            boolean collected = entry.is(null);
            if (collected && entry.retired) {
                outlivedBy(entry);
            }
            return collected;
        });
        return List.copyOf(entries);
    }

    /** What retired earlier and is still there was there to be collected as well: somebody holds it. */
    private void outlivedBy(Entry collected) {
        for (Entry other : entries) {
            other.outlived |= other.retired && !other.is(null) && other.retiredNanos - collected.retiredNanos < 0;
        }
    }

    /** Versions of a resource have classes of the same names: then a name says nothing. */
    private boolean isShared(ClassLoader loader, String name) {
        return entries.stream()
                .map(entry -> entry.loader.get())
                .anyMatch(other -> other != null && other != loader && ThreadFinder.defines(other, name));
    }

    private long retiredMillis(Entry entry) {
        return entry.retired ? (clock.getAsLong() - entry.retiredNanos) / 1_000_000 : 0;
    }

    private List<Holder> holders(Entry entry) {
        ClassLoader loader = entry.loader.get();
        return loader == null ? List.of() : finder.find(loader);
    }

    /**
     * Tells of those that have been retired for some time and are held: because somebody was found who does, or because
     * what retired after them has been collected. Each is told of once.
     *
     * @return whether there are retired ones still of which that cannot be said
     */
    boolean tellLeaks(
            Function<Entry, GenerationStatus.Use> use, Duration grace, BiConsumer<Entry, List<Holder>> teller) {
        boolean open = false;
        for (Entry entry : look(use)) {
            if (entry.retired && !entry.told && !entry.onPurpose) {
                boolean ripe = retiredMillis(entry) >= grace.toMillis();
                List<Holder> holders = ripe ? holders(entry) : List.of();
                entry.told = ripe && (entry.outlived || !holders.isEmpty());
                if (entry.told) {
                    teller.accept(entry, holders);
                }
                open |= !entry.told;
            }
        }
        return open;
    }
}
