package org.understudy.shell;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed, for the arrow keys and on disk, without the lines that may name a user. */
final class DiscreetHistory extends DefaultHistory {
    private final Discretion discretion;

    DiscreetHistory(Discretion discretion) {
        this.discretion = discretion;
    }

    @Override
    public void add(Instant time, String line) {
        if (!discretion.isNeeded(line)) {
            super.add(time, line);
        }
    }
}
