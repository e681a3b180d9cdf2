package org.understudy.dispatch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A caller arrives and looks at the pointer again; the swapper moves the pointer and looks into the cell. */
@JCStressTest
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "admitted, and not seen by the drain")
@Outcome(expect = ACCEPTABLE, desc = "the caller saw the flip, or the drain the caller")
@State
public class ArrivalLitmus {
    private final Cells cells = new Cells(1);
    private volatile int pointer;

    /** The caller. */
    @Actor
    public void caller(II_Result seen) {
        cells.arrive(0);
        seen.r1 = pointer;
    }

    /** The swapper. */
    @Actor
    public void swapper(II_Result seen) {
        pointer = 1;
        seen.r2 = (int) cells.inside(0);
    }
}
