package org.understudy.predictor.bench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What was asked of the benchmark.
 *
 * @param data the folder with the traces
 * @param events how many of each are taken at most
 * @param baselines are the simple ones measured as well
 */
public record PredictOptions(Path data, int events, boolean baselines) {
    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    public static PredictOptions parse(List<String> words) {
        Path data = null;
        int events = Integer.MAX_VALUE;
        boolean baselines = true;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest));
                case "--events" -> events = number(value(option, rest));
                case "--model-only" -> baselines = false;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        if (data == null) {
            throw new IllegalArgumentException("--data with a folder of traces (*.tsv, *.tsv.gz) is needed");
        }
        return new PredictOptions(data, events, baselines);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static int number(String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("--events needs a number from 1, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
