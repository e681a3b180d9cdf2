package org.understudy.bench.kill;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked of the benchmark of kills.
 *
 * @param kills how many random kills there are to be in all, those of earlier runs on the same folder included
 * @param placed whether a kill is placed at each step of each operation too
 * @param scenes of which operations; all where none is named
 * @param every at which of the steps: 1 for each, 2 for every other one, and so on
 * @param seed decides what is drawn
 * @param folder where homes and progress are kept; a temporary one where none is named
 * @param distribution what is shipped; the one that this comes from where none is named
 * @param newsroom how many kills there are of the whole Newsroom
 * @param crowd with how many resources the start after a kill is measured; 0 for not at all
 */
public record KillOptions(
        int kills,
        boolean placed,
        Set<String> scenes,
        int every,
        long seed,
        Optional<Path> folder,
        Optional<Path> distribution,
        int newsroom,
        int crowd) {
    private static final int KILLS = 500;

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    public static KillOptions parse(List<String> words) {
        KillOptions options = new KillOptions(KILLS, true, Set.of(), 1, 1, Optional.empty(), Optional.empty(), 0, 0);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!List.of("--kills", "--placed", "--every", "--seed", "--resume", "--dist", "--newsroom", "--crowd")
                    .contains(option)) {
                throw new IllegalArgumentException("unknown option " + option);
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            options = options.with(option, rest.next());
        }
        return options;
    }

    private KillOptions with(String option, String value) {
        return switch (option) {
            case "--kills" ->
                new KillOptions(
                        (int) number(option, value),
                        placed,
                        scenes,
                        every,
                        seed,
                        folder,
                        distribution,
                        newsroom,
                        crowd);
            case "--placed" ->
                new KillOptions(
                        kills,
                        !value.equals("none"),
                        value.equals("none") || value.equals("all") ? Set.of() : Set.of(value.split(",")),
                        every,
                        seed,
                        folder,
                        distribution,
                        newsroom,
                        crowd);
            case "--every" ->
                new KillOptions(
                        kills,
                        placed,
                        scenes,
                        Math.max(1, (int) number(option, value)),
                        seed,
                        folder,
                        distribution,
                        newsroom,
                        crowd);
            case "--crowd" ->
                new KillOptions(kills, placed, scenes, every, seed, folder, distribution, newsroom, (int)
                        number(option, value));
            case "--seed" ->
                new KillOptions(
                        kills, placed, scenes, every, number(option, value), folder, distribution, newsroom, crowd);
            case "--resume" ->
                new KillOptions(
                        kills, placed, scenes, every, seed, Optional.of(Path.of(value)), distribution, newsroom, crowd);
            case "--newsroom" ->
                new KillOptions(
                        kills, placed, scenes, every, seed, folder, distribution, (int) number(option, value), crowd);
            default ->
                new KillOptions(
                        kills, placed, scenes, every, seed, folder, Optional.of(Path.of(value)), newsroom, crowd);
        };
    }

    private static long number(String option, String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= 0 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not '" + value + "'", e);
        }
        throw new IllegalArgumentException(option + " needs a number from 0, not " + value);
    }
}
