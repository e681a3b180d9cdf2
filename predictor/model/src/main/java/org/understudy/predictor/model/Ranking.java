package org.understudy.predictor.model;

import java.util.Arrays;

/**
 * Puts a few dozen probabilities in order, the highest first: by a count over coarse steps of their size, which leaves
 * next to nothing to do for the insertion sort after it.
 */
final class Ranking {
    private static final int STEPS = 64;
    private static final int HIGHEST = Float.floatToRawIntBits(1f) >>> 22;

    private final int[] start = new int[STEPS + 1];
    private final float[] value;
    private final int[] at;
    private final int[] step;
    private final float[] given;
    private int size;

    Ranking(int most) {
        value = new float[most];
        at = new int[most];
        step = new int[most];
        given = new float[most];
    }

    void clear() {
        size = 0;
    }

    /** Adds the next one; they are numbered from 0. */
    void add(float probability) {
        given[size++] = probability;
    }

    void sort() {
        Arrays.fill(start, 0);
        for (int i = 0; i < size; i++) {
            int below = HIGHEST - (Float.floatToRawIntBits(given[i]) >>> 22);
            step[i] = Math.max(0, Math.min(STEPS - 1, below));
            start[step[i] + 1]++;
        }
        for (int i = 0; i < STEPS; i++) {
            start[i + 1] += start[i];
        }
        for (int i = 0; i < size; i++) {
            int place = start[step[i]]++;
            value[place] = given[i];
            at[place] = i;
        }
        for (int i = 1; i < size; i++) {
            float v = value[i];
            int a = at[i];
            int j = i;
            for (; j > 0 && value[j - 1] < v; j--) {
                value[j] = value[j - 1];
                at[j] = at[j - 1];
            }
            value[j] = v;
            at[j] = a;
        }
    }

    int size() {
        return size;
    }

    /** Which one is at this place. */
    int at(int place) {
        return at[place];
    }
}
