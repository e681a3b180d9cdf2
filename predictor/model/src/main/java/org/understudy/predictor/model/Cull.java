package org.understudy.predictor.model;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/** Chooses which of many have to go: at least a given number of those that are worth least. */
final class Cull {
    private static final int LEVELS = 1024;

    private Cull() {}

    /**
     * Of the numbers from 0 to {@code size}, those of the lowest worth.
     *
     * @param worth from 0 to 1023; negative for what is not there
     */
    static BitSet lowest(int size, int wanted, IntUnaryOperator worth) {
        int[] histogram = new int[LEVELS];
        for (int i = 0; i < size; i++) {
            int value = worth.applyAsInt(i);
            if (value >= 0) {
                histogram[Math.min(LEVELS - 1, value)]++;
            }
        }
        int limit = 0;
        for (int sum = histogram[0]; sum < wanted && limit < LEVELS - 1; sum += histogram[limit]) {
            limit++;
        }
        BitSet chosen = new BitSet(size);
        int left = wanted;
        for (int i = 0; i < size && left > 0; i++) {
            int value = worth.applyAsInt(i);
            if (value >= 0 && Math.min(LEVELS - 1, value) <= limit) {
                chosen.set(i);
                left--;
            }
        }
        return chosen;
    }
}
