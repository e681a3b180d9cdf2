package org.understudy.dispatch;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The latest calls of one method of a handle that may be repeated: its arguments, as far as they are {@link Keepsakes}.
 * Safe for use by many threads.
 *
 * <p>A call is taken only where it is timed anyway, and the time that was read for that is what keeps two that are taken
 * apart: of all others, a call pays for one or two comparisons. Threads that see an old value take a call too many.
 */
public final class SafeCalls {
    /** How many are kept. */
    public static final int KEPT = 16;

    private static final long APART_NANOS = 5_000_000;
    private static final long STAMP = 15; // what a mark can hold beside a time, see Meter

    private final Target target;
    private final Method method;
    private final AtomicReferenceArray<Object[]> latest = new AtomicReferenceArray<>(KEPT);
    private final AtomicInteger next = new AtomicInteger();
    private long takenNanos = System.nanoTime() - APART_NANOS;

    SafeCalls(Target target, Method method) {
        this.target = Objects.requireNonNull(target, "target");
        this.method = Objects.requireNonNull(method, "method");
    }

    static SafeCalls of(Target target, Class<?> through, String name, String descriptor) {
        Class<?>[] parameters = MethodType.fromMethodDescriptorString(descriptor, through.getClassLoader())
                .parameterArray();
        try {
            return new SafeCalls(target, through.getMethod(name, parameters));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(through.getName() + " has lost " + name + descriptor, e);
        }
    }

    /** Whether the call with this mark is one to be taken. */
    public boolean takes(long mark) {
        return (mark & ~STAMP) != 0 && mark - takenNanos >= APART_NANOS;
    }

    /** Takes a call; the array is not copied. Throws nothing. */
    public void take(long mark, Object[] arguments) {
        takenNanos = mark;
        if (Keepsakes.are(arguments, method.getDeclaringClass().getClassLoader())) {
            latest.set(Math.floorMod(next.getAndIncrement(), KEPT), arguments);
        }
    }

    /** The arguments of those that are kept, in no order. */
    public List<Object[]> kept() {
        List<Object[]> kept = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            Object[] arguments = latest.get(i);
            if (arguments != null) {
                kept.add(arguments);
            }
        }
        return kept;
    }

    /**
     * Repeats one of them in a version, without being counted as a call; the result is thrown away.
     *
     * @throws InvocationTargetException with what the version throws
     * @throws IllegalAccessException if the method cannot be called from here
     * @throws ResourceUnavailableException if the version has no such service
     */
    public void repeat(Generation in, Object[] arguments) throws InvocationTargetException, IllegalAccessException {
        method.invoke(target.in(in), arguments);
    }
}
