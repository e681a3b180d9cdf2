package org.understudy.predictor.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.understudy.predict.Evidence;
import org.understudy.predict.PredictionModel;
import org.understudy.predictor.mixture.Mixture;

/** The model that comes along, which can be made to fail. */
final class BreakableModel implements PredictionModel {
    private final Mixture model = new Mixture();
    volatile boolean failsToState;
    volatile boolean failsToSave;

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Next next(long user, long millis) {
        if (failsToState) {
            throw new IllegalStateException("broken for the test");
        }
        return model.next(user, millis);
    }

    @Override
    public List<Scored> within(long user, long millis) {
        return model.within(user, millis);
    }

    @Override
    public int horizon() {
        return model.horizon();
    }

    @Override
    public void learn(long user, long millis, String resource) {
        model.learn(user, millis, resource);
    }

    @Override
    public void circumstance(String name, String value) {
        model.circumstance(name, value);
    }

    @Override
    public void forget(long user) {
        model.forget(user);
    }

    @Override
    public Remembered remembered(long user) {
        return model.remembered(user);
    }

    @Override
    public List<Evidence> why(long user, long millis, String resource) {
        return model.why(user, millis, resource);
    }

    @Override
    public long bytes() {
        return model.bytes();
    }

    @Override
    public void save(OutputStream out) throws IOException {
        if (failsToSave) {
            throw new IllegalStateException("broken for the test");
        }
        model.save(out);
    }

    @Override
    public void load(InputStream in) throws IOException {
        model.load(in);
    }
}
