package org.understudy.bench.judge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.understudy.swap.judge.Span;
import org.understudy.swap.judge.Weather;

/**
 * What a run of the demo with {@code --record} wrote down: each resource's generations, one after the other, in the format
 * that the demo's recorder describes. Latencies are rounded there to a sixth of an octave; they are spread evenly over
 * their step again. Immutable.
 *
 * @param takes the generations of each resource, by its name
 */
record Recording(Map<String, List<Take>> takes) {
    private static final int LEAST_CODE = 128;
    private static final double STEPS = 6;
    private static final double UNIT_NANOS = 64;

    /**
     * Reads one.
     *
     * @param name for messages
     * @throws IOException if it is no recording
     */
    static Recording read(String name, InputStream in) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.ISO_8859_1))) {
            String head = lines.readLine();
            if (head == null || !head.startsWith("process|")) {
                throw new IOException(name + " is no recording; make one with `understudy demo --record FILE`");
            }
            Reader reader = new Reader(head.substring("process|".length()).split("\\|"));
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    reader.line(line);
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new IOException(name + ", line " + number + " makes no sense; record it again", e);
                }
            }
            return new Recording(reader.takes);
        }
    }

    /** Reads line by line. */
    private static final class Reader {
        private final String[] parts;
        private final Random random = new Random(1);
        private final Weather weather = new Weather();
        private final Map<String, List<Take>> takes = new LinkedHashMap<>();
        private long now;

        Reader(String[] parts) {
            this.parts = parts;
            for (String part : parts) {
                takes.put(part, new ArrayList<>());
            }
        }

        void line(String line) {
            String[] fields = line.split("\\|", -1);
            String[] process = fields[0].split(";");
            long began = now;
            now += TimeUnit.MILLISECONDS.toNanos(Math.max(1, Long.parseLong(process[0])));
            Map<String, Span> observed = new LinkedHashMap<>();
            for (int i = 0; i < parts.length; i++) {
                if (!fields[i + 1].equals("-")) {
                    observed.put(parts[i], span(began, process, parts[i], fields[i + 1]));
                }
            }
            observed.forEach(weather::observe);
            observed.forEach((part, span) -> latest(part).add(span.under(weather.forResource(part))));
        }

        private Take latest(String part) {
            List<Take> all = takes.get(part);
            return all.get(all.size() - 1);
        }

        private Span span(long began, String[] process, String part, String field) {
            int at = 0;
            long begin = began;
            if (field.startsWith("+")) {
                at = end(field, 1);
                begin = now - TimeUnit.MILLISECONDS.toNanos(Math.max(1, Long.parseLong(field.substring(1, at))));
                takes.get(part).add(new Take(begin));
                weather.changed(part, begin);
            }
            long calls = field.length() - at;
            if (at < field.length() && field.charAt(at) == '=') {
                int end = end(field, at + 1);
                calls = Long.parseLong(field.substring(at + 1, end));
                at = end;
            }
            long[] latencies = new long[field.length() - at];
            for (int i = 0; i < latencies.length; i++) {
                double steps = field.charAt(at + i) - LEAST_CODE + random.nextDouble() - 0.5;
                latencies[i] = Math.round(UNIT_NANOS * Math.pow(2, steps / STEPS));
            }
            return new Span(
                    begin,
                    now,
                    calls,
                    Map.of(),
                    latencies,
                    Double.parseDouble(process[1]),
                    Double.parseDouble(process[2]),
                    Long.parseLong(process[3]) * 1024,
                    Map.of());
        }

        private static int end(String field, int from) {
            int end = from;
            while (end < field.length() && Character.isDigit(field.charAt(end))) {
                end++;
            }
            return end;
        }
    }
}
