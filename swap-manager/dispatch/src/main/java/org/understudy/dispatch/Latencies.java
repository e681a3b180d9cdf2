package org.understudy.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The latest latencies, in a ring. Many threads put in, one takes out; nobody waits for anybody. Where more is put in
 * than is taken out, the oldest go.
 */
final class Latencies {
    /** How many there can be. */
    static final int CAPACITY = 1024;

    private static final VarHandle RING = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int TAKEN = 16; // lines apart from the array's header and from the places
    private static final int FIRST = 32;

    /** In each place a latency plus one, or zero once it was taken out. */
    private final long[] ring = new long[FIRST + CAPACITY];

    private volatile long drained;

    /** Puts one in; returns how many were put in since the last drain. */
    long add(long nanos) {
        long number = (long) RING.getAndAdd(ring, TAKEN, 1L);
        RING.setOpaque(ring, FIRST + place(number), nanos + 1);
        return number + 1 - drained;
    }

    /** Takes out as many as fit, the oldest first as far as that can be told; returns how many. For one thread. */
    int drain(long[] into) {
        long next = (long) RING.getOpaque(ring, TAKEN);
        drained = next;
        int count = 0;
        for (int step = 0; step < CAPACITY && count < into.length; step++) {
            int place = FIRST + place(next + step);
            // all are looked at, so that one whose writer was suspended is found later
            if ((long) RING.getOpaque(ring, place) != 0) {
                into[count++] = (long) RING.getAndSet(ring, place, 0L) - 1;
            }
        }
        return count;
    }

    private static int place(long number) {
        return (int) number & CAPACITY - 1;
    }
}
