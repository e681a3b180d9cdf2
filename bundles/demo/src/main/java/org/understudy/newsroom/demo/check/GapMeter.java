package org.understudy.newsroom.demo.check;

import java.util.List;
import java.util.OptionalLong;

/**
 * Compares the longest time that each caller went without a good answer during a swap with the same in a quiet time
 * of equal length just before. For one thread.
 */
public final class GapMeter {
    private static final double MILLI = 1e6;

    private final List<Beats> callers;
    private final Sample during = new Sample();
    private final Sample quiet = new Sample();
    private final Sample faulty = new Sample();
    private long swaps;
    private long lastEnd;

    /** A meter of these callers; the time until now does not count as quiet. */
    public GapMeter(List<Beats> callers, long nowNanos) {
        this.callers = List.copyOf(callers);
        lastEnd = nowNanos;
    }

    /**
     * Measures a window that is over. A swap whose quiet time would touch another window is left out.
     *
     * @param bad whether the window is that of a version that is faulty on purpose, and told apart
     */
    public void measure(long begin, long end, boolean bad) {
        boolean enoughQuiet = begin - (end - begin) - lastEnd >= 0;
        lastEnd = end;
        if (bad) {
            callers.forEach(c -> c.longestGap(begin, end).ifPresent(g -> faulty.add(g / MILLI)));
        } else if (enoughQuiet) {
            swaps++;
            callers.forEach(c -> compare(c.longestGap(begin, end), c.longestGap(begin - (end - begin), begin)));
        }
    }

    /** Takes note of a window that is not measured, only so that it does not count as quiet. */
    public void pass(long end) {
        lastEnd = end;
    }

    private void compare(OptionalLong gap, OptionalLong before) {
        if (gap.isPresent() && before.isPresent()) {
            during.add(gap.getAsLong() / MILLI);
            quiet.add(before.getAsLong() / MILLI);
        }
    }

    /** The gaps in the windows of good versions, milliseconds. */
    public Sample during() {
        return during;
    }

    /** The gaps in the quiet times before them, milliseconds. */
    public Sample quiet() {
        return quiet;
    }

    /** The gaps in the windows of faulty versions, milliseconds. */
    public Sample faulty() {
        return faulty;
    }

    /** How many swaps were compared with a quiet time. */
    public long swaps() {
        return swaps;
    }
}
