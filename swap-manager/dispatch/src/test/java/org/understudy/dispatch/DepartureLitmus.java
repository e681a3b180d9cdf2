package org.understudy.dispatch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A call does something and leaves; who then sees that nobody is inside must see what it did. */
@JCStressTest
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "gone, but what it did is not there yet")
@Outcome(expect = ACCEPTABLE, desc = "still inside, or gone with everything done")
@State
public class DepartureLitmus {
    private final Cells cells = new Cells(1);
    private int done;

    /** Somebody is inside from the start. */
    public DepartureLitmus() {
        cells.arrive(0);
    }

    /** The call. */
    @Actor
    public void caller() {
        done = 1;
        cells.leave(0);
    }

    /** The drain. */
    @Actor
    public void swapper(II_Result seen) {
        seen.r1 = (int) cells.inside(0);
        seen.r2 = done;
    }
}
