package org.understudy.predictor.mixture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.predict.Evidence;
import org.understudy.predict.PredictionModel;
import org.understudy.predictor.model.Explanation;
import org.understudy.predictor.model.Model;
import org.understudy.predictor.model.Prediction;
import org.understudy.predictor.model.Settings;
import org.understudy.resource.StateFormat;
import org.understudy.resource.StateTransfer;

/**
 * The model that comes along, as the predictor asks it, and as one version hands to the next what it has learned. Not for
 * use by several threads: the predictor has one, and state is carried while nobody is inside.
 */
@Component(
        name = "predictor.mixture",
        service = {PredictionModel.class, StateTransfer.class},
        property = {StateTransfer.WRITES + "=" + Mixture.FORMAT, StateTransfer.READS + "=" + Mixture.FORMAT})
public final class Mixture implements PredictionModel, StateTransfer {
    /** In which its state is carried: as the model writes its snapshot. */
    static final String FORMAT = "mixture/1";

    private static final long MILLIS_A_SECOND = 1_000;
    private static final int LISTED = 500;

    /** Absent as long as nothing was learned and nothing asked. */
    private Model model;

    /** The model that comes along, which has learned nothing yet, with the settings that are usual everywhere. */
    @Activate
    public Mixture() {
        // the model itself is made when it is first needed: its tables are most of its memory
    }

    private Model model() {
        if (model == null) {
            model = new Model(Settings.standard());
        }
        return model;
    }

    @Override
    public String name() {
        return "mixture of contexts";
    }

    @Override
    public Next next(long user, long millis) {
        Prediction stated = model().predict(user, seconds(millis), LISTED);
        return new Next(stated.novel(), scored(stated));
    }

    @Override
    public List<Scored> within(long user, long millis) {
        return scored(model().within(user, seconds(millis), LISTED));
    }

    private static List<Scored> scored(Prediction stated) {
        List<Scored> scored = new ArrayList<>(stated.size());
        for (int place = 0; place < stated.size(); place++) {
            scored.add(new Scored(stated.item(place), stated.probability(place)));
        }
        return scored;
    }

    private static long seconds(long millis) {
        return Math.floorDiv(millis, MILLIS_A_SECOND);
    }

    @Override
    public int horizon() {
        return model().settings().horizon();
    }

    @Override
    public void learn(long user, long millis, String resource) {
        model().learn(user, seconds(millis), resource);
    }

    @Override
    public void circumstance(String name, String value) {
        model().circumstance(name, value);
    }

    @Override
    public void forget(long user) {
        if (model != null) {
            model.forget(user);
        }
    }

    @Override
    public Remembered remembered(long user) {
        return model == null ? Remembered.NOTHING : new Remembered(model.recent(user), model.events(user));
    }

    @Override
    public List<Evidence> why(long user, long millis, String resource) {
        List<Explanation.Reason> reasons =
                model().explain(user, seconds(millis), resource).reasons();
        double all = reasons.stream()
                .mapToDouble(reason -> Math.abs(reason.weight()))
                .sum();
        return reasons.stream()
                .filter(reason -> reason.weight() > 0)
                .map(reason -> new Evidence(
                        reason.evidence(),
                        reason.of(),
                        reason.of() == 0 ? 0 : (double) reason.times() / reason.of(),
                        reason.weight() / all))
                .toList();
    }

    @Override
    public long bytes() {
        return model == null ? 0 : model.bytes();
    }

    @Override
    public void save(OutputStream out) throws IOException {
        model().snapshot(out);
    }

    @Override
    public void load(InputStream in) throws IOException {
        PushbackInputStream learned = new PushbackInputStream(in);
        int first = learned.read();
        if (first < 0) {
            model = null;
        } else {
            learned.unread(first);
            model = Model.restore(learned);
        }
    }

    @Override
    public void exportTo(StateFormat format, OutputStream out) throws IOException {
        save(out);
    }

    @Override
    public void importFrom(StateFormat format, InputStream in) throws IOException {
        load(in);
    }
}
