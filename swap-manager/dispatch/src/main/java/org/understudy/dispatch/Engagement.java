package org.understudy.dispatch;

/**
 * One version's time on stage: from the flip that brings it there until it has left. It is what pinned requests hold on
 * to instead of a generation, because a version that is repaired, or shows a service more, goes on in another
 * generation and is the same version all the same.
 *
 * <p>It has a pointer of its own. That one follows the resource's pointer for as long as the version is on stage, stays
 * where it is when a flip moves the resource's, and leads nowhere once the version has left.
 */
final class Engagement {
    private final Configurations configurations;
    private final Pointer resource;
    private final Pointer way = new Pointer(new Closed("it is not on stage yet"));

    /** Creates one that begins with this generation, which is told once it is on stage. */
    Engagement(Configurations configurations, Pointer resource, Generation first) {
        this.configurations = configurations;
        this.resource = resource;
        way.set(first);
    }

    /** The pointer of the resource that it is an engagement of. */
    Pointer resource() {
        return resource;
    }

    /** From now on pinned calls go here. */
    void play(Route next) {
        way.set(next);
        if (next instanceof Generation generation) {
            generation.playsIn(this);
        }
    }

    /** If calls are held, they are led here from now on. */
    void giveUp(Route next) {
        if (way.route() instanceof Gate) {
            way.set(next);
        }
    }

    /** Whether pinned calls go to this generation. */
    boolean leadsTo(Generation generation) {
        return way.route() == generation;
    }

    /** Enters what the version plays in now, by the protocol of every pointer. */
    Generation enter(int ticket) {
        return way.enterUnpinned(ticket);
    }

    /** How many pinned requests may still call this generation; once none for a version off stage, none will. */
    long pins(Generation generation) {
        return leadsTo(generation) ? configurations.pins(this) : 0;
    }

    /** The generation was left for good: a pin that is still there was cut. */
    void leave(Generation generation) {
        configurations.end(this, generation);
    }
}
