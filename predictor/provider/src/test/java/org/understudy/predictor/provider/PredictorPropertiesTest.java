package org.understudy.predictor.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.predictor.engine.PredictorSettings;

class PredictorPropertiesTest {
    private static PredictorSettings read(Map<String, String> texts) {
        return new PredictorProperties(texts::get).settings();
    }

    @Test
    void whereNothingIsSetTheDefaultsHold() {
        assertEquals(PredictorSettings.DEFAULTS, read(Map.of()));
    }

    @Test
    void whatIsSetHolds() {
        assertEquals(
                new PredictorSettings(
                        Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofHours(12), Duration.ofSeconds(2)),
                read(Map.of(
                        "understudy.predictor.activeMillis", "1000",
                        "understudy.predictor.retentionDays", " 7 ",
                        "understudy.predictor.keyHours", "12",
                        "understudy.predictor.savingMillis", "2000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "soon", "1.5", "9223372036854775807", "36501"})
    void whatMakesNoSenseIsLeftForTheDefault(String days) {
        assertEquals(PredictorSettings.DEFAULTS, read(Map.of("understudy.predictor.retentionDays", days)));
    }
}
