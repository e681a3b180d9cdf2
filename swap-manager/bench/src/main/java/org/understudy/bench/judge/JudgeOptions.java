package org.understudy.bench.judge;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of the benchmark of the judge.
 *
 * @param swaps how many swaps without a regression are simulated; the other rows take their share of it
 * @param data the folder with other recordings than those that come along
 * @param seed decides which pieces are drawn
 */
public record JudgeOptions(int swaps, Optional<Path> data, long seed) {
    private static final int SWAPS = 10_000;
    private static final int LEAST_SWAPS = 100;

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    public static JudgeOptions parse(List<String> words) {
        JudgeOptions options = new JudgeOptions(SWAPS, Optional.empty(), 1);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!List.of("--swaps", "--data", "--seed").contains(option)) {
                throw new IllegalArgumentException("unknown option " + option);
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            options = options.with(option, rest.next());
        }
        return options;
    }

    private JudgeOptions with(String option, String value) {
        return switch (option) {
            case "--swaps" -> new JudgeOptions((int) number(option, value, LEAST_SWAPS), data, seed);
            case "--seed" -> new JudgeOptions(swaps, data, number(option, value, Long.MIN_VALUE));
            default -> new JudgeOptions(swaps, Optional.of(Path.of(value)), seed);
        };
    }

    private static long number(String option, String value, long least) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not '" + value + "'", e);
        }
        throw new IllegalArgumentException(option + " needs a number from " + least + ", not " + value);
    }
}
