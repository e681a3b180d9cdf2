package org.understudy.swap.leaks;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fields of the class library that nobody may look at unless Java was told so. Where it was not, that is said once a
 * package, and they read as empty.
 */
final class Insides {
    private static final Logger LOG = LoggerFactory.getLogger(Insides.class);
    private static final int NEWER_THREADS = 19;
    private static final Set<String> TOLD = new HashSet<>();

    private Insides() {}

    /**
     * The value of a field.
     *
     * @param type the class that declares it
     * @param of the object; {@code null} for a static field
     * @return empty where it is null, cannot be read, or is not there in this version of Java
     */
    static Optional<Object> read(Class<?> type, String name, Object of) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return Optional.ofNullable(field.get(of));
        } catch (NoSuchFieldException | IllegalAccessException e) {
            tell(type, "this version of Java has no readable " + type.getName() + "." + name);
        } catch (InaccessibleObjectException e) {
            tell(
                    type,
                    "start Java with --add-opens " + type.getModule().getName() + "/" + type.getPackageName()
                            + "=ALL-UNNAMED");
        }
        return Optional.empty();
    }

    /** What a thread runs that was made with it; it lies elsewhere in newer versions of Java. */
    static Optional<Object> work(Thread thread) {
        if (Runtime.version().feature() < NEWER_THREADS) {
            return read(Thread.class, "target", thread);
        }
        return read(Thread.class, "holder", thread).flatMap(holder -> read(holder.getClass(), "task", holder));
    }

    private static void tell(Class<?> type, String why) {
        synchronized (TOLD) {
            if (TOLD.add(type.getPackageName())) {
                LOG.warn("some holders of retired versions cannot be found: {}", why);
            }
        }
    }
}
