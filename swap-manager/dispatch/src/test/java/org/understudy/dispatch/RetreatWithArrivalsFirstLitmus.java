package org.understudy.dispatch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** {@link RetreatLitmus} with a swapper that reads the arrivals first: has to fail, or the harness is blind here. */
@JCStressTest
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "the departure of the one was taken for that of the other")
@Outcome(expect = ACCEPTABLE, desc = "one or two are inside")
@State
public class RetreatWithArrivalsFirstLitmus {
    private final Cells cells = new Cells(1);

    /** Somebody is inside from the start to the end. */
    public RetreatWithArrivalsFirstLitmus() {
        cells.arrive(0);
    }

    /** The other call. */
    @Actor
    public void caller(II_Result seen) {
        cells.arrive(0);
        cells.retreat(0);
    }

    /** The swapper. */
    @Actor
    public void swapper(II_Result seen) {
        long arrivals = cells.arrivals(0);
        seen.r2 = (int) (arrivals - cells.departures(0));
    }
}
