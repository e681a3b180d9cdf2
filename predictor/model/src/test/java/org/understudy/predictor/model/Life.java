package org.understudy.predictor.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.understudy.predictor.usage.Population;
import org.understudy.predictor.usage.UsageEvent;
import org.understudy.predictor.usage.UsageGenerator;

/** Made-up usage for tests, always the same. */
final class Life {
    static final Settings SMALL = new Settings(1 << 18, 10);

    private Life() {}

    static List<UsageEvent> events(long seed, int count) {
        List<String> items =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "item " + i).toList();
        UsageGenerator generator = new UsageGenerator(seed, new Population(20, items, 4, 8, 0.7, 0.05));
        return IntStream.range(0, count)
                .mapToObj(i -> generator.next().orElseThrow())
                .toList();
    }

    static long user(UsageEvent event) {
        return Long.parseLong(event.user().substring(1));
    }

    static void learn(Model model, List<UsageEvent> events) {
        events.forEach(learner(model));
    }

    static Consumer<UsageEvent> learner(Model model) {
        return e -> model.learn(user(e), e.time(), e.item());
    }

    /** What a model states, as text, so that two can be compared to the last digit. */
    static String stated(Prediction prediction) {
        return prediction.novel() + " " + prediction.rest() + " " + prediction.items();
    }
}
