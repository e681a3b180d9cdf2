package org.understudy.bench.dispatch;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lets 1,000 calls a second happen. It waits busily: a processor that was asleep would be what is measured. */
@State(Scope.Thread)
public class Seldom {
    private static final long PERIOD_NANOS = 1_000_000;

    private long due = System.nanoTime();

    /** Waits until the next call is due. */
    @Setup(Level.Invocation)
    public void await() {
        due += PERIOD_NANOS;
        while (System.nanoTime() - due < 0) {
            Thread.onSpinWait();
        }
        due = Math.max(due, System.nanoTime() - PERIOD_NANOS); // no burst after a pause
    }
}
