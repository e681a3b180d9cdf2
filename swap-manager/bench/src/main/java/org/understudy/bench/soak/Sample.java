package org.understudy.bench.soak;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How everything stood at one moment. Counts are of all processes so far.
 *
 * @param process the number of the process, from 1
 * @param seconds how long it had been running
 * @param counts what had happened
 * @param figures what was held
 */
record Sample(int process, long seconds, Map<Count, Long> counts, Map<Figure, Long> figures) {
    /** Before anything. */
    static final Sample NONE = new Sample(0, 0, Map.of(), Map.of());

    /** What is counted; the name of the constant is that of the actor's figure. */
    enum Count {
        SWAPS,
        ROLLED_BACK,
        TAKEN_BACK,
        UNDECIDED,
        REFUSED,
        CALLS,
        FAILED,
        COMMENTS,
        FLIP_NANOS,
        GAP_MICROS;

        private String word() {
            String[] parts = name().toLowerCase(Locale.ROOT).split("_");
            return parts.length == 1
                    ? parts[0]
                    : parts[0] + parts[1].substring(0, 1).toUpperCase(Locale.ROOT) + parts[1].substring(1);
        }

        /** Of a process and of those before it. */
        private long together(long before, long now) {
            return switch (this) {
                case COMMENTS -> now;
                case FLIP_NANOS, GAP_MICROS -> Math.max(before, now);
                default -> before + now;
            };
        }
    }

    Sample {
        counts = Map.copyOf(counts);
        figures = Map.copyOf(figures);
    }

    /**
     * What an actor's line says.
     *
     * @param line as {@code sample swaps=10 HEAP=1000}
     * @param before the last sample of the processes before
     * @param disk what the home takes
     */
    static Sample read(String line, Sample before, Map<Figure, Long> disk) {
        Map<String, Long> said = new HashMap<>();
        for (String word : line.substring(line.indexOf(' ') + 1).split(" ")) {
            int equals = word.indexOf('=');
            said.put(word.substring(0, equals), Long.parseLong(word.substring(equals + 1)));
        }
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, count.together(before.count(count), said.get(count.word())));
        }
        Map<Figure, Long> figures = new EnumMap<>(disk);
        for (Figure figure : Figure.values()) {
            if (said.containsKey(figure.name())) {
                figures.put(figure, said.get(figure.name()));
            }
        }
        return new Sample(before.process() + 1, said.get("seconds"), counts, figures);
    }

    long count(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    @JsonIgnore
    long swaps() {
        return count(Count.SWAPS);
    }
}
