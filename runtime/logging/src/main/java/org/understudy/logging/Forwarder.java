package org.understudy.logging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;

/**
 * Passes on each entry of one log exactly once and in order: first what had been logged before it listened, then what is
 * logged. What arrives before the past has been replayed waits for it.
 */
final class Forwarder implements LogListener {
    private final Consumer<LogEntry> sink;
    private final List<LogEntry> waiting = new ArrayList<>();
    private boolean replayed;

    Forwarder(Consumer<LogEntry> sink) {
        this.sink = sink;
    }

    /** @param newestFirst the past, as the log keeps it */
    synchronized void replay(Enumeration<LogEntry> newestFirst) {
        List<LogEntry> past = Collections.list(newestFirst);
        Collections.reverse(past);
        long last = Long.MIN_VALUE;
        for (LogEntry entry : past) {
            sink.accept(entry);
            last = entry.getSequence();
        }
        for (LogEntry entry : waiting) {
            if (entry.getSequence() > last) {
                sink.accept(entry);
            }
        }
        waiting.clear();
        replayed = true;
    }

    @Override
    public synchronized void logged(LogEntry entry) {
        if (replayed) {
            sink.accept(entry);
        } else {
            waiting.add(entry);
        }
    }
}
