package org.understudy.dispatch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** {@link ArrivalLitmus} with an arrival that is only a release: has to fail, or the harness is blind here. */
@JCStressTest
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "admitted, and not seen by the drain")
@Outcome(expect = ACCEPTABLE, desc = "the caller saw the flip, or the drain the caller")
@State
public class ArrivalWithoutBarrierLitmus {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] cells = new long[1];
    private volatile int pointer;

    /** The caller. */
    @Actor
    public void caller(II_Result seen) {
        CELL.setRelease(cells, 0, cells[0] + 1);
        seen.r1 = pointer;
    }

    /** The swapper. */
    @Actor
    public void swapper(II_Result seen) {
        pointer = 1;
        seen.r2 = (int) (long) CELL.getVolatile(cells, 0);
    }
}
