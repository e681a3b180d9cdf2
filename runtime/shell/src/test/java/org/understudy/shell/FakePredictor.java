package org.understudy.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.understudy.predict.Evidence;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.Predictor;
import org.understudy.predict.UsageFigures;

/** A predictor that says what it is told, and notes what it was asked. */
final class FakePredictor implements Predictor {
    static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    final List<Outlook.Likelihood> likely = new ArrayList<>(List.of(
            new Outlook.Likelihood("theme", 0.25, 0.5),
            new Outlook.Likelihood("feed", 0.625, 0.96),
            new Outlook.Likelihood("desk", 0, 0)));

    final List<Evidence> evidence = new ArrayList<>(List.of(
            new Evidence("after feed, then store", 12.5, 0.75, 0.6), new Evidence("at this hour", 40, 0.25, 0.4)));

    final List<UsageFigures.Count> counts =
            new ArrayList<>(List.of(new UsageFigures.Count("feed", 17), new UsageFigures.Count("theme", 3)));

    /** Each user that was asked about, and for when. */
    record Asked(String user, Optional<Instant> at) {}

    final List<Asked> asked = new ArrayList<>();

    @Override
    public Outlook anyone() {
        return new Outlook(NOW, "blend", 5, 0, likely);
    }

    @Override
    public Outlook anyone(Instant at) {
        return new Outlook(at, "blend", 5, 0, likely);
    }

    @Override
    public Outlook user(String user, Optional<Instant> at) {
        asked.add(new Asked(user, at));
        return new Outlook(at.orElse(NOW), "blend", 5, 0.125, likely);
    }

    final List<ModelQuality> qualities = new ArrayList<>(List.of(
            new ModelQuality("blend", true, false, 2000, 0.51, 0.83, 0.642, 2.25, 0.031),
            new ModelQuality("recency", false, true, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN)));

    @Override
    public List<ModelQuality> quality() {
        return qualities;
    }

    @Override
    public List<Evidence> whyLikely(String resource) {
        return resource.equals("theme") ? evidence : List.of();
    }

    @Override
    public UsageFigures usage() {
        return new UsageFigures(true, 20, 1, 2, 3, 4, 5, 3L << 19, counts);
    }
}
