package org.understudy.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.understudy.monitor.GenerationFigures;
import org.understudy.monitor.HostSample;
import org.understudy.monitor.LatencySummary;
import org.understudy.monitor.ProcessSample;
import org.understudy.monitor.RuntimeMonitor;

/** A monitor that always says the same. */
final class FakeMonitor implements RuntimeMonitor {
    @Override
    public ProcessSample process() {
        return new ProcessSample(
                0.25,
                1.5,
                40L << 20,
                30L << 20,
                0.01,
                12,
                50L << 20,
                33,
                210,
                new HostSample(1000L << 20, 2L << 20, 3L << 20, -1, -1, "proc"));
    }

    @Override
    public List<GenerationFigures> generations() {
        return List.of(
                new GenerationFigures(
                        "feed", "1.0.0", true, 7, 0, Map.of(), LatencySummary.NONE, 0, 0, Optional.empty()),
                new GenerationFigures(
                        "theme",
                        "1.1.0",
                        true,
                        1234,
                        200,
                        Map.of("java.io.IOException", 3L, "java.lang.StackOverflowError", 1L),
                        new LatencySummary(900, 0.5, 1.5, 2.5, 12),
                        2,
                        1500,
                        Optional.of("java.lang.StackOverflowError")));
    }
}
