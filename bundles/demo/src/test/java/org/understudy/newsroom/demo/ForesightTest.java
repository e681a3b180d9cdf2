package org.understudy.newsroom.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.demo.fake.FakePredictor;
import org.understudy.predict.Predictor;
import org.understudy.predict.UsageFigures;

class ForesightTest {
    private static Foresight of(Predictor predictor) {
        return new Foresight(predictor.usage(), predictor.quality(), predictor.anyone());
    }

    @Test
    void theReportHasWhatWasTakenAndHowWellItWasForeseen() {
        JsonNode report =
                new ObjectMapper().valueToTree(of(new FakePredictor(1_234)).report());

        assertEquals(1_234, report.at("/events").asLong());
        assertEquals(3, report.at("/users").asLong());
        assertEquals("model", report.at("/models/0/name").asText());
        assertEquals(0.75, report.at("/models/0/hit1").asDouble());
        assertEquals(0.5, report.at("/models/1/hit5").asDouble());
        assertEquals("page", report.at("/likely/0/resource").asText());
        assertEquals(0.9, report.at("/likely/0/within").asDouble());
        assertEquals(1_234, report.at("/needed/page").asLong());
    }

    @Test
    void theLineTellsOfEachModel() {
        assertEquals(
                "1,234 events of 3 sessions, 1 more dropped; the first guess came, one of five did: model 75.0 %, 100.0 %; most frequent 25.0 %, 50.0 %",
                of(new FakePredictor(1_234)).line());
    }

    @Test
    void usageThatIsOnAndSeesNothingIsBlind() {
        UsageFigures off = new UsageFigures(false, 0, 0, 0, 0, 0, 0, 0, List.of());

        assertTrue(of(new FakePredictor(0)).blind());
        assertFalse(of(new FakePredictor(1)).blind());
        assertFalse(new Foresight(off, List.of(), new FakePredictor(0).anyone()).blind());
    }
}
