package org.understudy.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.understudy.predict.Privacy;
import org.understudy.predict.PrivacyStatus;
import org.understudy.predict.UserRecord;

/** Knows users by name, and does with them what it is asked. */
final class FakePrivacy implements Privacy {
    final Set<String> known = new TreeSet<>();
    final Set<String> optedOut = new TreeSet<>();
    /** Of those that asked it to forget or to tell about a user. */
    final List<String> threads = new ArrayList<>();

    boolean on = true;

    @Override
    public PrivacyStatus status() {
        return new PrivacyStatus(
                on,
                optedOut.size(),
                known.size(),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                30);
    }

    @Override
    public void on(boolean on) {
        this.on = on;
    }

    @Override
    public void optOut(String user) {
        optedOut.add(user);
        known.remove(user);
    }

    @Override
    public void optIn(String user) {
        optedOut.remove(user);
    }

    @Override
    public UserRecord export(String user) {
        threads.add(Thread.currentThread().getName());
        return known.contains(user)
                ? new UserRecord(
                        true, false, Optional.of(Instant.parse("2026-11-26T00:00:00Z")), List.of("feed", "theme"), 41)
                : new UserRecord(false, optedOut.contains(user), Optional.empty(), List.of(), 0);
    }

    @Override
    public boolean forget(String user) {
        threads.add(Thread.currentThread().getName());
        return known.remove(user);
    }
}
