package org.understudy.swap.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the weather explains of a resource's latency: a control variate. How strongly the resource follows the weather is
 * told by its baseline, as the slope of the regression over stretches of two seconds, between none and one and a half. The
 * weather itself is smoothed over a second. Not thread-safe.
 *
 * <p>A bad version can make the weather itself, if it takes the processor away from everybody. So no more than a factor of
 * two is ever explained by it.
 */
final class Control {
    private static final double MOST = Math.log(2);
    private static final double STEEPEST = 1.5;
    private static final int SMOOTHED = 5;
    private static final int STRETCH = 10;
    private static final int LEAST_STRETCHES = 6;

    private final Deque<Double> recent = new ArrayDeque<>();
    private double usual;
    private double slope;

    private Control() {}

    static Control of(List<Block> baseline) {
        List<double[]> stretches = new ArrayList<>();
        for (int i = 0; i + STRETCH <= baseline.size(); i += STRETCH) {
            List<Block> told = baseline.subList(i, i + STRETCH).stream()
                    .filter(block -> !Double.isNaN(block.weather()))
                    .toList();
            if (told.size() * 2 > STRETCH) {
                stretches.add(new double[] {
                    told.stream().mapToDouble(Block::weather).average().orElseThrow(),
                    told.stream().mapToDouble(Block::level).average().orElseThrow()
                });
            }
        }
        Control control = new Control();
        if (stretches.size() >= LEAST_STRETCHES) {
            control.fit(stretches);
        }
        return control;
    }

    private void fit(List<double[]> stretches) {
        double x = stretches.stream().mapToDouble(s -> s[0]).average().orElseThrow();
        double y = stretches.stream().mapToDouble(s -> s[1]).average().orElseThrow();
        double both = 0;
        double alone = 0;
        for (double[] s : stretches) {
            both += (s[0] - x) * (s[1] - y);
            alone += (s[0] - x) * (s[0] - x);
        }
        usual = x;
        slope = alone == 0 ? 0 : Math.min(STEEPEST, Math.max(0, both / alone));
    }

    /** The level that the next block would have had under the usual weather. */
    double level(Block block) {
        if (!Double.isNaN(block.weather())) {
            recent.addLast(block.weather());
            if (recent.size() > SMOOTHED) {
                recent.removeFirst();
            }
        }
        if (recent.isEmpty()) {
            return block.level();
        }
        double weather =
                recent.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return block.level() - Math.min(MOST, Math.max(-MOST, slope * (weather - usual)));
    }
}
