package org.understudy.newsroom.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param recording where the latencies around swaps are written, if anywhere; then only good versions are played, and
 *     slowly
 * @param calls how many service calls a second
 * @param again how many swaps there are to the version that is active already; then there are no others
 */
record Options(
        Optional<Path> report,
        Duration duration,
        MechanismName mechanism,
        Optional<Path> trace,
        long seed,
        Optional<Path> recording,
        int calls,
        OptionalInt again) {
    static final String USAGE = "usage: demo [--report FILE] [--short | --seconds N] [--mechanism swap|update]"
            + " [--trace FILE] [--seed N] [--record FILE [--calls N]] [--again N]";
    /** So many service calls a second, unless it is said otherwise. */
    static final int CALLS = 10_400;

    private static final int CALLS_A_REQUEST = 83;
    private static final long DEFAULT_SEED = 20_261_124;
    private static final int MOST_CALLS = 1_000_000;
    private static final long LEAST_SECONDS = 10;
    private static final int LEAST_AGAIN = 20;
    private static final int MOST_AGAIN = 10_000;

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
        Options options = new Options(
                Optional.empty(),
                Schedule.LONG,
                MechanismName.SWAP,
                Optional.empty(),
                DEFAULT_SEED,
                Optional.empty(),
                CALLS,
                OptionalInt.empty());
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String option, Iterator<String> rest) {
        switch (option) {
            case "--report":
                Path written = value(option, rest, Path::of);
                return new Options(Optional.of(written), duration, mechanism, trace, seed, recording, calls, again);
            case "--short":
                return new Options(report, Schedule.SHORT, mechanism, trace, seed, recording, calls, again);
            case "--seconds":
                Duration asked = value(option, rest, Options::seconds);
                return new Options(report, asked, mechanism, trace, seed, recording, calls, again);
            case "--mechanism":
                MechanismName name = value(option, rest, Options::named);
                return new Options(report, duration, name, trace, seed, recording, calls, again);
            case "--trace":
                Path read = value(option, rest, Path::of);
                return new Options(report, duration, mechanism, Optional.of(read), seed, recording, calls, again);
            case "--seed":
                long number = value(option, rest, Long::valueOf);
                return new Options(report, duration, mechanism, trace, number, recording, calls, again);
            case "--record":
                Path recorded = value(option, rest, Path::of);
                return new Options(report, duration, mechanism, trace, seed, Optional.of(recorded), calls, again);
            case "--calls":
                int rate = value(option, rest, Options::rate);
                return new Options(report, duration, mechanism, trace, seed, recording, rate, again);
            case "--again":
                int swaps = value(option, rest, Options::swaps);
                Duration needed = Schedule.AGAIN.multipliedBy(swaps);
                return new Options(report, needed, mechanism, trace, seed, recording, calls, OptionalInt.of(swaps));
            default:
                throw new IllegalArgumentException("demo knows no '" + option + "'; " + USAGE);
        }
    }

    /** How many pages a second go with so many calls. */
    int requests() {
        return Math.max(1, calls / CALLS_A_REQUEST);
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

    private static int rate(String text) {
        int rate = Integer.parseInt(text);
        if (rate < 1 || rate > MOST_CALLS) {
            throw new IllegalArgumentException("from 1 to " + MOST_CALLS);
        }
        return rate;
    }

    private static int swaps(String text) {
        int swaps = Integer.parseInt(text);
        if (swaps < LEAST_AGAIN || swaps > MOST_AGAIN) {
            throw new IllegalArgumentException("from " + LEAST_AGAIN + " to " + MOST_AGAIN);
        }
        return swaps;
    }

    private static MechanismName named(String text) {
        return switch (text) {
            case "swap" -> MechanismName.SWAP;
            case "update" -> MechanismName.UPDATE;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
