package org.understudy.swap.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.BundleException;
import org.understudy.resource.Criticality;
import org.understudy.swap.engine.JudgePolicy;
import org.understudy.swap.engine.Undecided;

class JudgePropertiesTest {
    private static JudgePolicy policy(Map<String, String> texts) throws BundleException {
        return JudgeProperties.in(new RuntimeProperties(texts::get));
    }

    @Test
    void whereNothingIsSetTheDefaultsHold() throws BundleException {
        assertEquals(JudgePolicy.DEFAULTS, policy(Map.of()));
    }

    @Test
    void whatIsSetHolds() throws BundleException {
        JudgePolicy policy = policy(Map.of(
                "understudy.judge.falseAlarmRate", "0.001",
                "understudy.judge.allowedLatencyRatio", "1.1",
                "understudy.judge.hangMillis", "700",
                "understudy.judge.extensions", "0"));

        assertEquals(0.001, policy.criteria().falseAlarmRate());
        assertEquals(1.1, policy.criteria().allowedLatencyRatio());
        assertEquals(Duration.ofMillis(700), policy.hang());
        assertEquals(0, policy.extensions());
    }

    @Test
    void theOwnKeyOfACriticalityGoesBeforeTheKeyForAll() throws BundleException {
        JudgePolicy policy = policy(Map.of(
                "understudy.judge.nodata", "roll-back",
                "understudy.judge.nodata.critical", "commit"));

        assertEquals(
                Map.of(
                        Criticality.CRITICAL, Undecided.COMMIT,
                        Criticality.VOLATILE, Undecided.ROLL_BACK,
                        Criticality.AUXILIARY, Undecided.ROLL_BACK),
                policy.nodata());
    }

    @ParameterizedTest
    @CsvSource({
        "falseAlarmRate, 0.5",
        "falseAlarmRate, some",
        "allowedLatencyRatio, 0.9",
        "hangMillis, 0",
        "hangMillis, -1",
        "extensions, -1",
        "minimumCalls, 0",
        "nodata, perhaps",
        "inconclusive.critical, ROLLBACK"
    })
    void whatMakesNoSenseIsRefusedByName(String key, String text) {
        BundleException thrown =
                assertThrows(BundleException.class, () -> policy(Map.of("understudy.judge." + key, text)));

        assertTrue(thrown.getMessage().contains("understudy.judge."), thrown.getMessage());
        assertTrue(thrown.getMessage().contains(text.replace("-", "")), thrown.getMessage());
    }
}
