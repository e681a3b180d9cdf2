package org.understudy.swap.leaks;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether an object belongs to a class loader, or carries something that does. */
final class Belongings {
    private static final int MOST = 1000;

    private Belongings() {}

    /** Whether it is the loader, a class of it, or an object of such a class. */
    static boolean is(ClassLoader loader, Object object) {
        return object != null
                && (object == loader
                        || object.getClass().getClassLoader() == loader
                        || object instanceof Class<?> type && type.getClassLoader() == loader);
    }

    /** The same, or an array or collection of the class library with such a thing among its first. */
    static boolean isIn(ClassLoader loader, Object object) {
        return is(loader, object) || carries(object, each -> is(loader, each));
    }

    /** Only classes of which it is known that looking through them does nothing else. */
    private static boolean carries(Object object, Predicate<Object> wanted) {
        if (object instanceof Object[] array) {
            return Stream.of(array).limit(MOST).anyMatch(wanted);
        }
        if (object == null || !object.getClass().getName().startsWith("java.util.")) {
            return false;
        }
        try {
            if (object instanceof Map<?, ?> map) {
                return map.entrySet().stream()
                        .limit(MOST)
                        .anyMatch(entry -> wanted.test(entry.getKey()) || wanted.test(entry.getValue()));
            }
            return object instanceof Collection<?> all
                    && all.stream().limit(MOST).anyMatch(wanted::test);
        } catch (RuntimeException e) {
            return false; // its thread changes it meanwhile: the next look may find it
        }
    }
}
