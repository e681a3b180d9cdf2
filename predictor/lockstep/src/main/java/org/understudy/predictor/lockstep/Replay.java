package org.understudy.predictor.lockstep;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.understudy.predictor.model.Model;
import org.understudy.predictor.model.Prediction;
import org.understudy.predictor.model.Settings;
import org.understudy.predictor.usage.TraceReader;
import org.understudy.predictor.usage.UsageEvent;

/**
 * Goes through a recorded trace and writes, for each event, what was believed before it: {@code number TAB rank TAB
 * probability of what came TAB of something never seen TAB the best five}.
 */
final class Replay {
    private static final int LISTED = 500;
    private static final int SHOWN = 5;

    private final Path trace;
    private final Path dump;
    private final Model model = new Model(Settings.standard());
    private final SeenItems seen = new SeenItems();
    private final Line line = new Line();

    Replay(Path trace, Path dump) {
        this.trace = trace;
        this.dump = dump;
    }

    void run() throws IOException {
        try (TraceReader events = TraceReader.open(trace);
                Writer out = Files.newBufferedWriter(dump)) {
            long number = 0;
            for (Optional<UsageEvent> next = events.next(); next.isPresent(); next = events.next()) {
                UsageEvent event = next.get();
                long user = UserKey.of(event.user());
                Prediction prediction = model.predict(user, event.time(), LISTED);
                out.write(line(number++, prediction, event.item()));
                model.learn(user, event.time(), event.item());
                seen.add(event.item());
            }
        }
    }

    private String line(long number, Prediction prediction, String item) {
        int rank = 0;
        double sum = prediction.novel();
        double given = prediction.novel();
        for (int i = 0; i < prediction.size(); i++) {
            sum += prediction.probability(i);
            if (prediction.item(i).equals(item)) {
                rank = i + 1;
                given = prediction.probability(i);
            }
        }
        if (rank == 0 && seen.contains(item)) {
            int others = Math.max(1, seen.size() - prediction.size());
            rank = prediction.size() + (others + 1) / 2;
            given = Math.max(0, 1 - sum) / others;
        }
        return line.clear()
                .put(number + "\t" + rank + "\t")
                .put(rank == 0 ? 0 : given)
                .put("\t")
                .put(prediction.novel())
                .put("\t")
                .put(prediction, SHOWN)
                .put("\n")
                .toString();
    }
}
