package org.understudy.predictor.lockstep;

import java.nio.file.Path;
import java.util.List;

/**
 * What was asked of {@code replay}.
 *
 * @param trace what is read
 * @param dump where the beliefs are written
 */
record ReplayOptions(Path trace, Path dump) {
    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    static ReplayOptions parse(List<String> words) {
        int out = words.indexOf("--out");
        if (words.size() != 3 || out < 0 || out == 2) {
            throw new IllegalArgumentException("replay needs a trace and --out with a file");
        }
        String trace = words.get(out == 0 ? 2 : 0);
        return new ReplayOptions(Path.of(trace), Path.of(words.get(out + 1)));
    }
}
