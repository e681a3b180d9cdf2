package org.understudy.newsroom.feed.version;

import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.feed.Wire;

/** The newest lines of the wire, one a minute, each with the minute in which it came in. */
final class Bulletin {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final long SECONDS_A_MINUTE = 60;

    private final Supplier<Wire> wire;
    private final Clock clock;

    Bulletin(Supplier<Wire> wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    List<Headline> lines(int limit) {
        long minute = clock.instant().getEpochSecond() / SECONDS_A_MINUTE;
        LocalTime now = LocalTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
        List<Headline> lines = new ArrayList<>();
        for (Headline line : wire.get().from(-minute, limit)) {
            String time = MINUTE.format(now.minusMinutes(lines.size()));
            lines.add(new Headline(time + " " + line.source(), line.text()));
        }
        return lines;
    }
}
