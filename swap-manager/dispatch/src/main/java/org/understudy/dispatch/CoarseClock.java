package org.understudy.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A clock that costs its readers one load: it stands still between two advances. Calls are stamped with it, so that the
 * oldest one is known as exactly as somebody advances it. Safe for use by many threads.
 */
public final class CoarseClock {
    private static final VarHandle NOW;

    static {
        try {
            NOW = MethodHandles.lookup().findStaticVarHandle(CoarseClock.class, "now", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static long now = System.nanoTime();

    private CoarseClock() {}

    /** The {@link System#nanoTime} value of the last advance, or nearly the last. */
    static long now() {
        return (long) NOW.getOpaque();
    }

    /** Sets it to what {@link System#nanoTime} says; to be called a few times a second by whoever watches. */
    public static void advance() {
        advanceTo(System.nanoTime());
    }

    static void advanceTo(long nanos) {
        NOW.setOpaque(nanos);
    }
}
