package org.understudy.predictor.usage;

import java.util.Arrays;
import java.util.Random;

/** How popular each item is with everybody: Zipf's law over an order that moves. */
final class Popularity {
    private final int[] order;
    private final double[] cumulative;
    private final Random random;

    Popularity(int items, Random random) {
        this.random = random;
        order = new int[items];
        cumulative = new double[items];
        double sum = 0;
        for (int i = 0; i < items; i++) {
            order[i] = i;
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
    }

    /** An item, the popular ones more often. */
    int draw(Random chooser) {
        double point = chooser.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return order[Math.min(found < 0 ? -found - 1 : found, order.length - 1)];
    }

    /** One day's change: this share of the items moves to another place in the order. */
    void drift(double share) {
        for (int moved = (int) Math.ceil(share * order.length); moved > 0; moved--) {
            int from = random.nextInt(order.length);
            int to = random.nextInt(order.length);
            int item = order[from];
            order[from] = order[to];
            order[to] = item;
        }
    }
}
