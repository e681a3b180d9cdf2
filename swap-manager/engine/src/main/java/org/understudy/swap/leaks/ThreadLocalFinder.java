package org.understudy.swap.leaks;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.understudy.swap.Holder;

/**
 * Values of thread locals, on live threads. Needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}, which the launcher
 * has in its manifest. A value counts that is of the loader's classes, or a collection with such a one in it.
 */
final class ThreadLocalFinder implements HolderFinder {
    @Override
    public List<Holder> find(ClassLoader loader) {
        List<Holder> found = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            for (String field : List.of("threadLocals", "inheritableThreadLocals")) {
                Insides.read(Thread.class, field, thread).ifPresent(map -> look(loader, thread, map, found));
            }
        }
        return found;
    }

    private static void look(ClassLoader loader, Thread thread, Object map, List<Holder> found) {
        Optional<Object> table = Insides.read(map.getClass(), "table", map);
        if (table.isEmpty()) {
            return;
        }
        for (Object entry : (Object[]) table.get()) {
            if (entry != null) {
                Object local = ((Reference<?>) entry).get();
                Optional<Object> value = Insides.read(entry.getClass(), "value", entry);
                if (value.filter(now -> Belongings.isIn(loader, now)).isPresent()) {
                    found.add(new Holder(
                            Holder.Kind.THREAD_LOCAL,
                            (local == null
                                            ? "one that is gone"
                                            : local.getClass().getName()) + " of thread "
                                    + thread.getName() + ", with a "
                                    + value.get().getClass().getName()));
                }
            }
        }
    }
}
