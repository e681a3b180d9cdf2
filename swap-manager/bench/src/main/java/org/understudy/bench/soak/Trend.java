package org.understudy.bench.soak;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of one figure over a run: early against late, and its slope. A value.
 *
 * <p>Early is the median of the second tenth of the points (the first tenth is warm-up: classes are loaded, caches are
 * filled), late the median of the last tenth. The slope is Theil-Sen's, the median of the slopes between all pairs, so
 * that a few samples taken at a bad moment do not turn it.
 *
 * @param early in the unit of the figure
 * @param late in the unit of the figure
 * @param slope growth per 1,000 swaps
 */
record Trend(double early, double late, double slope) {

    /** Fewer points than this have no tenths. */
    static final int LEAST_POINTS = 10;

    /** One value of the figure, seen after so many swaps. */
    record Point(long swaps, double value) {}

    /**
     * The trend of points in the order of their swaps.
     *
     * @throws IllegalArgumentException if they are fewer than {@link #LEAST_POINTS} or do not ascend in swaps
     */
    static Trend of(List<Point> points) {
        int size = points.size();
        if (size < LEAST_POINTS) {
            throw new IllegalArgumentException("a trend needs " + LEAST_POINTS + " points, not " + size);
        }
        if (IntStream.range(1, size)
                .anyMatch(i -> points.get(i).swaps() <= points.get(i - 1).swaps())) {
            throw new IllegalArgumentException("the points of a trend ascend in swaps");
        }
        int tenth = size / 10;
        return new Trend(
                medianValue(points.subList(tenth, 2 * tenth)),
                medianValue(points.subList(size - tenth, size)),
                1_000 * slopePerSwap(points));
    }

    /** Whether the figure grew no more than is allowed; what shrinks is level. */
    boolean isLevel(Allowance allowance) {
        return late <= allowance.limit(early);
    }

    private static double medianValue(List<Point> points) {
        return median(points.stream().mapToDouble(Point::value).toArray());
    }

    private static double slopePerSwap(List<Point> points) {
        return median(IntStream.range(0, points.size())
                .boxed()
                .flatMapToDouble(i ->
                        IntStream.range(i + 1, points.size()).mapToDouble(j -> slope(points.get(i), points.get(j))))
                .toArray());
    }

    private static double slope(Point from, Point to) {
        return (to.value() - from.value()) / (to.swaps() - from.swaps());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
