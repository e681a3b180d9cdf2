package org.understudy.newsroom.readership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

class GateTest {
    private final List<String> read = new ArrayList<>();
    private final List<String> ledger = new ArrayList<>();
    private final Gate gate = new Gate("1.2.3") {
        @Override
        protected void count(String path) {
            read.add(path);
        }
    };

    @Test
    void anEventWithANumberIsWrittenDownOnce() {
        gate.ledger = (resource, version, sequence) -> ledger.add(resource + " " + version + " " + sequence);

        gate.handleEvent(event(Map.of("path", "/about", "sequence", 7L)));

        assertEquals(List.of("readership 1.2.3 7"), ledger);
        assertEquals(List.of("/about"), read);
    }

    @Test
    void anEventWithoutANumberIsOnlyCounted() {
        gate.ledger = (resource, version, sequence) -> ledger.add(resource);

        gate.handleEvent(event(Map.of("path", "/about")));

        assertEquals(List.of(), ledger);
        assertEquals(List.of("/about"), read);
    }

    @Test
    void withoutALedgerReadersAreCountedAsWell() {
        gate.handleEvent(event(Map.of("sequence", 7L)));

        assertEquals(List.of("/"), read);
    }

    private static Event event(Map<String, Object> properties) {
        return new Event("org/understudy/newsroom/reader/VISIT", properties);
    }
}
