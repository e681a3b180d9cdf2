package org.understudy.newsroom.demo.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.understudy.predict.Evidence;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.Predictor;
import org.understudy.predict.UsageFigures;

/**
 * A predictor that says what it is told to have seen.
 *
 * @param events how many events that is
 */
public record FakePredictor(long events) implements Predictor {
    @Override
    public Outlook anyone() {
        return new Outlook(Instant.EPOCH, "model", 10, 0, List.of(new Outlook.Likelihood("page", 0.5, 0.9)));
    }

    @Override
    public Outlook anyone(Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outlook user(String user, Optional<Instant> at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ModelQuality> quality() {
        return List.of(
                new ModelQuality("model", true, false, events, 0.75, 1, 0.8, 1.5, 0.01),
                new ModelQuality("most frequent", false, true, events, 0.25, 0.5, 0.3, 3, 0.02));
    }

    @Override
    public List<Evidence> whyLikely(String resource) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UsageFigures usage() {
        return new UsageFigures(true, events, 0, 1, 0, 2, 3, 4, List.of(new UsageFigures.Count("page", events)));
    }
}
