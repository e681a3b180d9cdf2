package org.understudy.bench.dispatch;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.understudy.bench.dispatch.ds.Answers;

/** A way on which a call reaches the service. It is measured fresh, or after the call has seen several versions. */
@State(Scope.Benchmark)
public abstract class Path {
    private static final int CALLS_PER_VERSION = 20_000;

    /** How many versions, each of a class of its own, are shown one after the other before the measurement. */
    @Param({"1", "4"})
    public int versions;

    /** Opens the path and shows it the versions. */
    @Setup(Level.Trial)
    public void prepare() throws Exception {
        open();
        for (int number = 0; number < versions; number++) {
            show(Versions.version(number));
            for (long call = 0; call < CALLS_PER_VERSION; call++) {
                long answer = call(call);
                if (answer != call + number + 1) {
                    throw new IllegalStateException("version " + number + " answered " + answer + " to " + call);
                }
            }
        }
    }

    /** Closes the path. */
    @TearDown(Level.Trial)
    public void finish() throws Exception {
        close();
    }

    abstract void open() throws Exception;

    abstract void show(Answers version) throws Exception;

    abstract long call(long question);

    abstract void close() throws Exception;
}
