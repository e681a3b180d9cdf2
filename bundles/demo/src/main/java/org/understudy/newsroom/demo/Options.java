package org.understudy.newsroom.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.understudy.newsroom.demo.play.Schedule;

/**
 * What was asked for on the command line.
 *
 * @param report where the report is written, if anywhere
 * @param duration how long the load runs at least
 * @param mechanism how versions are exchanged
 * @param trace the recorded usage to replay; empty for made-up usage
 * @param seed decides the made-up usage and the order of the play
 */
record Options(Optional<Path> report, Duration duration, MechanismName mechanism, Optional<Path> trace, long seed) {
    static final String USAGE = "usage: demo [--report FILE] [--short | --seconds N] [--mechanism swap|update]"
            + " [--trace FILE] [--seed N]";
    private static final long DEFAULT_SEED = 20_261_124;
    private static final long LEAST_SECONDS = 10;

    /** How versions are exchanged. */
    enum MechanismName {
        SWAP,
        UPDATE
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with the usage, if it makes no sense
     */
    static Options parse(String... arguments) {
        Options options =
                new Options(Optional.empty(), Schedule.LONG, MechanismName.SWAP, Optional.empty(), DEFAULT_SEED);
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String option, Iterator<String> rest) {
        switch (option) {
            case "--report":
                return new Options(Optional.of(value(option, rest, Path::of)), duration, mechanism, trace, seed);
            case "--short":
                return new Options(report, Schedule.SHORT, mechanism, trace, seed);
            case "--seconds":
                return new Options(report, value(option, rest, Options::seconds), mechanism, trace, seed);
            case "--mechanism":
                return new Options(report, duration, value(option, rest, Options::named), trace, seed);
            case "--trace":
                return new Options(report, duration, mechanism, Optional.of(value(option, rest, Path::of)), seed);
            case "--seed":
                return new Options(report, duration, mechanism, trace, value(option, rest, Long::valueOf));
            default:
                throw new IllegalArgumentException("demo knows no '" + option + "'; " + USAGE);
        }
    }

    private static <T> T value(String option, Iterator<String> rest, Function<String, T> reading) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value; " + USAGE);
        }
        String text = rest.next();
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no value for " + option + "; " + USAGE, e);
        }
    }

    private static Duration seconds(String text) {
        long seconds = Long.parseLong(text);
        if (seconds < LEAST_SECONDS) {
            throw new IllegalArgumentException("at least " + LEAST_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }

    private static MechanismName named(String text) {
        return switch (text) {
            case "swap" -> MechanismName.SWAP;
            case "update" -> MechanismName.UPDATE;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
