package org.understudy.swap.engine;

import org.understudy.dispatch.Drain;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Outstanding;

/**
 * The calls that are still inside a generation whose version goes on in another: they count as outstanding work of the
 * version, so that whoever empties it later waits for them too.
 */
final class Stragglers {
    private static final long LOOK_MILLIS = 50;

    private final Backstage backstage;
    private final ManagedResource resource;
    private final Generation left;
    private final Drain drain;
    private final Outstanding.Work work;

    private Stragglers(Backstage backstage, ManagedResource resource, Generation left) {
        this.backstage = backstage;
        this.resource = resource;
        this.left = left;
        this.drain = new Drain(left);
        this.work = left.outstanding().begin();
    }

    /** Has them counted from now on; the generation must not be entered any more. */
    static void count(Backstage backstage, ManagedResource resource, Generation left) {
        new Stragglers(backstage, resource, left).lookAgain();
    }

    private void lookAgain() {
        Housekeeping.schedule(backstage, resource, LOOK_MILLIS, () -> {
            if (drain.left()) {
                work.end();
                Housekeeping.inTurn(backstage, resource, () -> resource.leaves(left));
            } else {
                lookAgain();
            }
        });
    }
}
