package org.understudy.bench.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A counter of the calling thread alone, a cache line away from everything else. */
@State(Scope.Thread)
public class Cell {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int MIDDLE = 16;

    private final long[] padded = new long[2 * MIDDLE];

    void add(long change) {
        CELL.getAndAdd(padded, MIDDLE, change);
    }
}
