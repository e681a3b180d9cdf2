package org.understudy.predictor.bench;

import java.util.HashMap;
import java.util.Map;
import org.understudy.predictor.model.Model;
import org.understudy.predictor.model.Prediction;
import org.understudy.predictor.model.Settings;

/** The model as the runtime has it. */
final class TheModel implements Predictor {
    private final Model model = new Model(Settings.standard());
    private final Map<String, Long> users = new HashMap<>();

    @Override
    public String name() {
        return "the model";
    }

    @Override
    public void state(String user, long time, Belief belief) {
        Prediction prediction = model.predict(number(user), time, Belief.LISTED);
        belief.novel = prediction.novel();
        for (int i = 0; i < prediction.size(); i++) {
            belief.add(prediction.item(i), prediction.probability(i));
        }
    }

    @Override
    public void learn(String user, long time, String item) {
        model.learn(number(user), time, item);
    }

    private long number(String user) {
        return users.computeIfAbsent(user, u -> (long) users.size());
    }
}
