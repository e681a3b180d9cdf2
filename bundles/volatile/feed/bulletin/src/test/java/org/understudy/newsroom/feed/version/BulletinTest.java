package org.understudy.newsroom.feed.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.feed.Wire;

class BulletinTest {
    private final Wire wire =
            new Wire(List.of(new Headline("A", "one"), new Headline("B", "two"), new Headline("C", "three")));

    @Test
    void aLineKeepsItsMinuteWhileNewerOnesComeInAboveIt() {
        List<Headline> before = at("2026-11-24T00:00:30Z").lines(2);

        List<Headline> after = at("2026-11-24T00:01:00Z").lines(2);

        assertEquals(before.get(0), after.get(1));
    }

    @Test
    void timesRunBackOverMidnight() {
        List<Headline> lines = at("2026-11-24T00:00:30Z").lines(2);

        assertEquals("00:00", lines.get(0).source().substring(0, 5));
        assertEquals("23:59", lines.get(1).source().substring(0, 5));
    }

    private Bulletin at(String instant) {
        return new Bulletin(() -> wire, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
