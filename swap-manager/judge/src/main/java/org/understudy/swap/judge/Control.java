package org.understudy.swap.judge;

import java.util.List;

/**
 * What the weather explains of a resource's latency: a control variate. How strongly the resource follows the weather is
 * told by its baseline, as the slope of the regression, between not at all and fully. Immutable.
 *
 * <p>A bad version can make the weather itself, if it takes the processor away from everybody. So no more than a factor
 * of two is ever explained by it.
 */
final class Control {
    private static final double MOST = Math.log(2);
    private static final int LEAST_BLOCKS = 12;

    private final double usual;
    private final double slope;

    private Control(double usual, double slope) {
        this.usual = usual;
        this.slope = slope;
    }

    static Control of(List<Block> baseline) {
        List<Block> told =
                baseline.stream().filter(b -> !Double.isNaN(b.weather())).toList();
        if (told.size() < LEAST_BLOCKS) {
            return new Control(0, 0);
        }
        double x = told.stream().mapToDouble(Block::weather).average().orElseThrow();
        double y = told.stream().mapToDouble(Block::level).average().orElseThrow();
        double both = 0;
        double alone = 0;
        for (Block block : told) {
            both += (block.weather() - x) * (block.level() - y);
            alone += (block.weather() - x) * (block.weather() - x);
        }
        double slope = alone == 0 ? 0 : Math.min(1, Math.max(0, both / alone));
        return new Control(x, slope);
    }

    /** The level that the block would have had under the usual weather. */
    double level(Block block) {
        if (Double.isNaN(block.weather())) {
            return block.level();
        }
        double explained = slope * (block.weather() - usual);
        return block.level() - Math.min(MOST, Math.max(-MOST, explained));
    }
}
