package org.understudy.newsroom.desk.version;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.desk.Proof;

/** The command {@code newsroom:headlines}: the newest lines of the feed, as many as one asks for. */
@Component(
        name = "newsroom.desk.headlines",
        service = Headlines.class,
        property = {"osgi.command.scope=newsroom", "osgi.command.function=headlines"})
public final class Headlines {
    private static final int LINES = 5;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Feed feed;

    /** Called by Declarative Services. */
    @Activate
    public Headlines() {
        this(null);
    }

    Headlines(Feed feed) {
        this.feed = feed;
    }

    /**
     * Five of them.
     *
     * @throws IllegalStateException if there is no feed
     */
    public String headlines() {
        return headlines(LINES);
    }

    /**
     * So many of them.
     *
     * @throws IllegalArgumentException if {@code lines} is not positive
     * @throws IllegalStateException if there is no feed
     */
    public String headlines(int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException("how many headlines? one at least, but " + lines + " were asked for");
        }
        Feed present = feed;
        if (present == null) {
            throw new IllegalStateException("no feed is on stage");
        }
        return Proof.of(present.headlines(lines).value());
    }
}
