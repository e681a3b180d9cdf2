package org.understudy.predictor.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageStep;

class UsageEventsTest {
    private final List<String> taken = new ArrayList<>();
    private final UsageEvents events = new UsageEvents(new Usage() {
        @Override
        public UsageStep step(String user) {
            throw new AssertionError("no event begins a step");
        }

        @Override
        public void needs(String user, String resource) {
            if (user.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            taken.add(user + " needs " + resource);
        }

        @Override
        public void signal(String name, String value) {
            taken.add(name + "=" + value);
        }
    });

    private void send(String topic, Map<String, ?> properties) {
        events.handleEvent(new Event(topic, new HashMap<>(properties)));
    }

    @Test
    void whatMakesSenseIsTakenIn() {
        send(UsageEvents.NEED, Map.of("user", "ada", "resource", "theme"));
        send(UsageEvents.SIGNAL, Map.of("name", "flag", "value", "on"));
        send(UsageEvents.SIGNAL, Map.of("name", "flag", "value", ""));

        assertEquals(List.of("ada needs theme", "flag=on", "flag="), taken);
    }

    @Test
    void whatDoesNotIsRefusedAndTheSenderIsNotBothered() {
        send(UsageEvents.NEED, Map.of("user", "ada"));
        send(UsageEvents.NEED, Map.of("user", 7, "resource", "theme"));
        send(UsageEvents.NEED, Map.of("user", "", "resource", "theme"));
        send(UsageEvents.SIGNAL, Map.of("value", "on"));

        assertEquals(List.of(), taken);
    }
}
