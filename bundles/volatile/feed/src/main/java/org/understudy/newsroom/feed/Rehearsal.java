package org.understudy.newsroom.feed;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.understudy.newsroom.Feed;

/**
 * Reads the wire while the version is still off stage, so that its first reader does not wait for code that has never run.
 */
@Component(
        name = "newsroom.feed.rehearsal",
        immediate = true,
        service = {})
public final class Rehearsal {
    private static final int TIMES = 10;

    /** Rehearses once, when the version is started. */
    @Activate
    public Rehearsal(@Reference Feed feed) {
        for (int time = 0; time < TIMES; time++) {
            feed.headlines(3);
        }
    }
}
