package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.predict.Evidence;
import org.understudy.predict.PredictionModel;

/** What is told of a failing model stands in the log and in the record of swaps: users' ways must not. */
class CheckedModelTest {
    private static final String CANARY = "canary";

    private final Chatty model = new Chatty();

    /** Tells what users need wherever it can. */
    private static final class Chatty implements PredictionModel {
        private Next next = new Next(0, List.of());

        @Override
        public String name() {
            return "chatty";
        }

        @Override
        public Next next(long user, long millis) {
            return next;
        }

        @Override
        public List<Scored> within(long user, long millis) {
            throw new IllegalStateException("the user needs " + CANARY);
        }

        @Override
        public int horizon() {
            return 1;
        }

        @Override
        public void learn(long user, long millis, String resource) {}

        @Override
        public void circumstance(String name, String value) {}

        @Override
        public void forget(long user) {}

        @Override
        public List<Evidence> why(long user, long millis, String resource) {
            return List.of();
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void save(OutputStream out) {}

        @Override
        public void load(InputStream in) {}
    }

    private String told(Panel.Question<?> question) throws ModelFailure {
        CheckedModel checked = new CheckedModel(model);
        String told =
                assertThrows(ModelFailure.class, () -> question.to(checked)).getMessage();
        assertFalse(told.contains(CANARY), told);
        return told;
    }

    @Test
    void whatAModelThrowsIsToldByItsPlaceAndWithoutItsMessage() throws ModelFailure {
        String told = told(checked -> checked.within(1, 0));

        assertTrue(told.contains("IllegalStateException at ") && told.contains("Chatty.within"), told);
    }

    @Test
    void ofNonsenseTheResourceIsNotNamed() throws ModelFailure {
        model.next = new PredictionModel.Next(0, List.of(new PredictionModel.Scored(CANARY, 2)));
        told(checked -> checked.next(1, 0));

        PredictionModel.Scored half = new PredictionModel.Scored(CANARY, 0.5);
        model.next = new PredictionModel.Next(0, List.of(half, half));
        told(checked -> checked.next(1, 0));
    }
}
