package org.understudy.newsroom.demo.play;

import org.understudy.newsroom.demo.check.Lineup;

/**
 * One line of the play's record. Times are milliseconds since the load began.
 *
 * @param from what was on stage before
 * @param to what was to come
 * @param startMillis when the swap began
 * @param flipMillis when the new version came on stage; 0 where none did
 * @param drainedMillis when the old one was empty; 0 where nothing was drained
 * @param outcome how it ended
 * @param fault the fault of the version concerned; empty for a good one
 * @param reason what was said about it
 */
public record Entry(
        Lineup from,
        Lineup to,
        double startMillis,
        double flipMillis,
        double drainedMillis,
        Turn.Outcome outcome,
        String fault,
        String reason) {}
