package org.understudy.newsroom.demo.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured values, few enough to keep them all. Safe for use by several threads. */
public final class Sample {
    private final List<Double> values = Collections.synchronizedList(new ArrayList<>());

    /** Takes one in. */
    public void add(double value) {
        values.add(value);
    }

    /** How many there are. */
    public int size() {
        return values.size();
    }

    /** The middle one, or the mean of the two; 0 where there is none. */
    public double median() {
        List<Double> sorted = sorted();
        int n = sorted.size();
        return n == 0 ? 0 : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    /** The largest; 0 where there is none. */
    public double max() {
        List<Double> sorted = sorted();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
    }

    private List<Double> sorted() {
        synchronized (values) {
            return values.stream().sorted().toList();
        }
    }
}
