package org.understudy.newsroom.demo.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.understudy.newsroom.EventLedger;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Timeline;

/**
 * Who handled which event: each has to be handled exactly once, by a version that may. Events are remembered to the
 * end, since one may be handled again long after the first time. Safe for use by many threads.
 */
public final class EventBook implements EventLedger {
    private static final Part PART = Part.READERSHIP;

    private final Checks checks;
    private final Map<Long, Sent> sent = new ConcurrentHashMap<>();
    private final LongAdder strange = new LongAdder();

    /** One event, and what the latest handling of it came to. */
    private static final class Sent {
        private final Timeline.Epoch begun;
        private int handled;
        private Judgement judgement = Judgement.GOOD;

        Sent(Timeline.Epoch begun) {
            this.begun = begun;
        }
    }

    /**
     * How the events ended that had been sent.
     *
     * @param total all of them
     * @param lost those that were not handled
     * @param doubled those that were handled more than once
     * @param strange how often something was handled that was not sent, or by somebody else
     * @param stale those that a version handled which had been swapped out before
     * @param wrong those that a version handled which was never on stage
     */
    public record Balance(long total, long lost, long doubled, long strange, long stale, long wrong) {
        /** Those that were handled exactly once, by a version that might. */
        public long good() {
            return total - lost - doubled - stale - wrong;
        }

        /** All that failed; what is stale is told apart. */
        public long failed() {
            return lost + doubled + strange + wrong;
        }
    }

    EventBook(Checks checks) {
        this.checks = checks;
    }

    /** An event of this number is about to be sent. */
    void open(long sequence) {
        sent.put(sequence, new Sent(checks.timelines().of(PART).now()));
    }

    @Override
    public void handled(String resource, String version, long sequence) {
        Sent event = sent.get(sequence);
        if (event == null || !resource.equals(PART.resource())) {
            strange.increment();
            checks.failures().add("events", resource + " " + version + " handled what was never sent");
            return;
        }
        synchronized (event) {
            event.handled++;
            Judgement judgement = Judgement.of(PART, version, event.begun, checks);
            event.judgement = event.judgement.or(judgement);
            if (event.handled > 1) {
                checks.failures().add("events", "an event was handled " + event.handled + " times");
            }
            if (judgement.bad()) {
                checks.failures().add("events", judgement.reason());
            }
        }
    }

    /** Whether this event has been handled. */
    boolean settled(long sequence) {
        Sent event = sent.get(sequence);
        synchronized (event) {
            return event.handled > 0;
        }
    }

    /** How they all ended; ask when nothing is on its way any more. */
    public Balance balance() {
        long lost = 0;
        long doubled = 0;
        long stale = 0;
        long wrong = 0;
        for (Sent event : sent.values()) {
            synchronized (event) {
                if (event.handled == 0) {
                    lost++;
                } else if (event.handled > 1) {
                    doubled++;
                } else if (event.judgement.mark() == Mark.STALE) {
                    stale++;
                } else if (event.judgement.bad()) {
                    wrong++;
                }
            }
        }
        return new Balance(sent.size(), lost, doubled, strange.sum(), stale, wrong);
    }
}
