package org.understudy.predictor.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.understudy.predict.Evidence;
import org.understudy.predict.PredictionModel;

/** A model that states what it is told to, and fails when it is told to. */
final class Scripted implements PredictionModel {
    final List<String> learned = new ArrayList<>();
    final Set<Long> forgotten = new HashSet<>();
    final Map<String, String> circumstances = new TreeMap<>();
    volatile double stated = 0.5;
    volatile boolean broken;

    private volatile Runnable onSave = () -> {};

    /** Does this whenever it is asked what it has learned. */
    void toldWith(Runnable action) {
        onSave = action;
    }

    private void answer() {
        if (broken) {
            throw new IllegalStateException("out of order");
        }
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Next next(long user, long millis) {
        answer();
        return new Next(0, List.of(new Scored("scripted", stated)));
    }

    @Override
    public List<Scored> within(long user, long millis) {
        answer();
        return List.of(new Scored("scripted", stated));
    }

    @Override
    public int horizon() {
        return 10;
    }

    @Override
    public void learn(long user, long millis, String resource) {
        answer();
        learned.add(resource);
    }

    @Override
    public void circumstance(String name, String value) {
        circumstances.put(name, value);
    }

    @Override
    public void forget(long user) {
        answer();
        forgotten.add(user);
    }

    @Override
    public List<Evidence> why(long user, long millis, String resource) {
        answer();
        return List.of();
    }

    @Override
    public long bytes() {
        return 1;
    }

    @Override
    public void save(OutputStream out) throws IOException {
        answer();
        onSave.run();
        out.write("what was learned".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void load(InputStream in) {
        answer();
        learned.add("loaded");
    }
}
