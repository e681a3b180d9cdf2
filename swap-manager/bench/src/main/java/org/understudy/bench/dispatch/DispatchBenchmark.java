package org.understudy.bench.dispatch;

import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.understudy.dispatch.Pin;

/** One call, on each of the ways there are. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DispatchBenchmark {
    /** Not a constant to the compiler. */
    public long question = 42;

    /** The floor. */
    @Benchmark
    public long direct(Paths.Direct path) {
        return path.call(question);
    }

    /** The yardstick: what counting a call in and out by two atomic adds costs at least. */
    @Benchmark
    public long twoAdds(Paths.Direct path, Cell cell) {
        cell.add(1);
        try {
            return path.call(question);
        } finally {
            cell.add(-1);
        }
    }

    /** What one store-load barrier costs. */
    @Benchmark
    public void fence() {
        VarHandle.fullFence();
    }

    /** Ours. */
    @Benchmark
    public long handle(Paths.Handle path) {
        return path.call(question);
    }

    /** The same without the monitor, and without what it needs. */
    @Benchmark
    public long bare(Paths.Unmeasured path) {
        return path.call(question);
    }

    /** The same, noting its calls in steps, outside of any. */
    @Benchmark
    public long noting(Paths.Noting path) {
        return path.call(question);
    }

    /** The same inside of one. */
    @Benchmark
    public long inStep(Paths.Noting path, Paths.InStep step) {
        return path.call(question);
    }

    /** The same without the monitor, where requests cannot be pinned. */
    @Benchmark
    public long withoutPins(Paths.WithoutPins path) {
        return path.call(question);
    }

    /** Ours, on a thread that is pinned. */
    @Benchmark
    public long pinned(Paths.Handle path, Paths.Pinned pinned) {
        return path.call(question);
    }

    /** A request that is pinned and makes one call. */
    @Benchmark
    public long pinAndCall(Paths.Handle path) {
        Pin pin = path.pin();
        try {
            return path.call(question);
        } finally {
            pin.close();
        }
    }

    /** The same protocol behind a JDK proxy. */
    @Benchmark
    public long reflectProxy(Paths.ReflectProxy path) {
        return path.call(question);
    }

    /** What a DS component does today. */
    @Benchmark
    public long dsField(FrameworkPaths.DsField path) {
        return path.call(question);
    }

    /** What a user of a tracker does today. */
    @Benchmark
    public long tracker(FrameworkPaths.Tracker path) {
        return path.call(question);
    }
}
