package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.understudy.predict.Usage;

class SignalsTest {
    private final Signals signals = new Signals();
    private final List<String> told = new ArrayList<>();

    private List<String> takenIn() {
        told.clear();
        signals.takeIn((name, value) -> told.add(name + "=" + value));
        return List.copyOf(told);
    }

    @Test
    void theLatestValueIsHandedOnOnceAndAnEmptyOneEndsIt() {
        signals.tell("flag", "on");
        signals.tell("flag", "off");
        assertEquals(List.of("flag=off"), takenIn());
        assertEquals(List.of(), takenIn());

        signals.tell("flag", "off");
        assertEquals(List.of(), takenIn(), "nothing has changed");

        signals.tell("flag", "");
        assertEquals(List.of("flag="), takenIn());
    }

    @Test
    void ofTooManyTheOneThatWasToldLeastLatelyEnds() {
        for (int i = 0; i < Usage.MOST_SIGNALS; i++) {
            signals.tell("signal-" + i, "on");
        }
        takenIn();
        signals.tell("signal-0", "on");
        takenIn();

        signals.tell("one more", "on");

        assertEquals(List.of("signal-1=", "one more=on"), takenIn());
    }

    @Test
    void aFloodBetweenTwoLooksLeavesTheLatestOnly() {
        for (int i = 0; i < 10 * Usage.MOST_SIGNALS; i++) {
            signals.tell("signal-" + i, "on");
        }

        assertEquals(Usage.MOST_SIGNALS, takenIn().size());
        assertTrue(told.contains("signal-639=on"));
    }

    @Test
    void aModelThatHasHeardOfNothingIsToldAllThatHolds() {
        signals.tell("flag", "on");
        signals.tell("gone", "soon");
        signals.tell("gone", "");
        takenIn();
        Map<String, String> heard = new HashMap<>();

        signals.repeat(heard::put);

        assertEquals(Map.of("flag", "on"), heard);
        assertFalse(heard.containsKey("gone"));
    }
}
