package org.understudy.bench.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of the soak.
 *
 * @param swaps how many there are to be in all, those of earlier runs on the same folder included
 * @param limit for how long this run goes at most
 * @param bake for how long each version is provisional
 * @param folder where home and samples are kept; a temporary one where none is named
 * @param distribution what is shipped; the one that this comes from where none is named
 */
public record SoakOptions(
        long swaps, Duration limit, Duration bake, Optional<Path> folder, Optional<Path> distribution) {
    private static final SoakOptions USUAL =
            new SoakOptions(10_000, Duration.ofDays(1), Duration.ofMillis(200), Optional.empty(), Optional.empty());

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    public static SoakOptions parse(List<String> words) {
        SoakOptions options = USUAL;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!List.of("--swaps", "--minutes", "--bake", "--resume", "--dist").contains(option)) {
                throw new IllegalArgumentException("unknown option " + option);
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            options = options.with(option, rest.next());
        }
        return options;
    }

    private SoakOptions with(String option, String value) {
        return switch (option) {
            case "--swaps" -> new SoakOptions(number(option, value), limit, bake, folder, distribution);
            case "--minutes" ->
                new SoakOptions(swaps, Duration.ofMinutes(number(option, value)), bake, folder, distribution);
            case "--bake" ->
                new SoakOptions(swaps, limit, Duration.ofMillis(number(option, value)), folder, distribution);
            case "--resume" -> new SoakOptions(swaps, limit, bake, Optional.of(Path.of(value)), distribution);
            default -> new SoakOptions(swaps, limit, bake, folder, Optional.of(Path.of(value)));
        };
    }

    private static long number(String option, String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= 1 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not '" + value + "'", e);
        }
        throw new IllegalArgumentException(option + " needs a number from 1, not " + value);
    }
}
