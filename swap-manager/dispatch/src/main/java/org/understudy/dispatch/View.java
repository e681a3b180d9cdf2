package org.understudy.dispatch;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pinned request sees of the resources, on however many threads: the configuration that it began with, and where
 * that names no version of a resource, the one that was current when the request first needed it. Counted in each of
 * them until its last holder has left. Safe for use by many threads.
 */
final class View {
    private final Configurations configurations;
    private volatile List<Configuration> seen;
    private int holders = 1;

    /** Begins one, with one holder. */
    View(Configurations configurations) {
        this.configurations = configurations;
        seen = List.of(configurations.enter());
    }

    Configurations configurations() {
        return configurations;
    }

    /** One holder more. */
    synchronized void join() {
        if (holders == 0) {
            throw new IllegalStateException("the lease was closed: take it from a pin or lease that is open");
        }
        holders++;
    }

    /** One holder less; the last one ends it. */
    synchronized void leave() {
        holders--;
        if (holders == 0) {
            for (Configuration configuration : seen) {
                configuration.leave();
            }
        }
    }

    /** Enters the version of the resource that the request is pinned to. */
    Generation enter(Pointer resource, int ticket) {
        while (true) {
            Engagement engagement = engagement(resource);
            if (engagement != null) {
                return engagement.enter(ticket);
            }
            Generation entered = enterUnnamed(resource, ticket);
            if (entered != null) {
                return entered;
            }
        }
    }

    private Engagement engagement(Pointer resource) {
        for (Configuration configuration : seen) {
            Engagement engagement = configuration.of(resource);
            if (engagement != null) {
                return engagement;
            }
        }
        return null;
    }

    /** Enters a resource that nothing seen so far names; {@code null} if that has changed meanwhile. */
    private Generation enterUnnamed(Pointer resource, int ticket) {
        Configuration now = configurations.now();
        if (now.of(resource) != null) {
            see(resource);
            return null;
        }
        Route route = resource.route();
        if (route instanceof Gate gate) {
            Generation left = gate.enterAgain(ticket);
            if (left == null) {
                gate.await();
            }
            return left;
        }
        Gate withheld = now.withheld(resource);
        if (withheld != null) {
            withheld.await();
            return null;
        }
        // a generation that the current configuration does not name belongs to a resource that none ever names
        return configurations.now() == now ? resource.enterUnpinned(ticket) : null;
    }

    private synchronized void see(Pointer resource) {
        if (engagement(resource) == null) {
            Configuration now = configurations.enter();
            if (now.of(resource) == null) {
                now.leave();
            } else {
                List<Configuration> more = new ArrayList<>(seen);
                more.add(now);
                seen = List.copyOf(more);
            }
        }
    }
}
