package org.understudy.bench.dispatch;

import java.util.Arrays;
import java.util.List;

/**
 * What a call costs, with the monitor and without, where there are 1,000 a second. Both ways are called in turn, in one
 * process: what slows the machine down, for a moment or for minutes, meets both alike. It waits busily: a processor that
 * was asleep would be what is measured. The clock that each call is timed with is in both figures.
 */
final class SeldomCalls {
    private static final long PERIOD_NANOS = 1_000_000;
    private static final int COMPILED = 200_000;
    private static final int WINDOW = 250;
    private static final double TYPICAL = 0.9;

    private final Path[] ways = {new Paths.Unmeasured(), new Paths.Handle()};
    private long answers;

    /**
     * Calls each way so often. A window is 250 calls of it, and its figure the mean of all but their slowest tenth; as with
     * the others, the 10th percentile of the windows and their median are told.
     */
    List<Figure> measure(int calls) throws Exception {
        for (Path way : ways) {
            way.versions = 1;
            way.prepare();
            for (int call = 0; call < COMPILED; call++) {
                answers += timed(way, call) & 1;
            }
        }
        try {
            long[][] nanos = inTurn(calls);
            return List.of(figure("seldomBare", nanos[0]), figure("seldomHandle", nanos[1]));
        } finally {
            for (Path way : ways) {
                way.finish();
            }
        }
    }

    private long[][] inTurn(int calls) {
        long[][] nanos = new long[ways.length][calls];
        long due = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            for (int way = 0; way < ways.length; way++) {
                due += PERIOD_NANOS / ways.length;
                while (System.nanoTime() - due < 0) {
                    Thread.onSpinWait();
                }
                nanos[way][call] = timed(ways[way], call);
            }
            due = Math.max(due, System.nanoTime() - PERIOD_NANOS); // no burst after a pause
        }
        return nanos;
    }

    private long timed(Path way, long question) {
        long began = System.nanoTime();
        answers += way.call(question);
        return System.nanoTime() - began;
    }

    private static Figure figure(String way, long[] nanos) {
        double[] windows = new double[nanos.length / WINDOW];
        for (int window = 0; window < windows.length; window++) {
            windows[window] = Arrays.stream(nanos, window * WINDOW, (window + 1) * WINDOW)
                    .sorted()
                    .limit((long) (TYPICAL * WINDOW))
                    .average()
                    .orElseThrow();
        }
        Arrays.sort(windows);
        return new Figure(way, 1, 1, windows[windows.length / 10], windows[windows.length / 2]);
    }
}
