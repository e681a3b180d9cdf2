package org.understudy.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.service.log.LogEntry;

class ForwarderTest {
    private final List<Long> seen = new ArrayList<>();
    private final Forwarder forwarder = new Forwarder(entry -> seen.add(entry.getSequence()));

    @Test
    void whatWasLoggedBeforeComesFirstAndOldestFirst() {
        forwarder.replay(Collections.enumeration(List.of(entry(2), entry(1))));
        forwarder.logged(entry(3));

        assertEquals(List.of(1L, 2L, 3L), seen);
    }

    @Test
    void anEntryThatArrivesBeforeTheReplayIsPassedOnOnce() {
        forwarder.logged(entry(2));
        forwarder.logged(entry(3));

        forwarder.replay(Collections.enumeration(List.of(entry(2), entry(1))));

        assertEquals(List.of(1L, 2L, 3L), seen);
    }

    private static LogEntry entry(long sequence) {
        return (LogEntry) Proxy.newProxyInstance(
                ForwarderTest.class.getClassLoader(), new Class<?>[] {LogEntry.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getSequence")) {
                        return sequence;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
