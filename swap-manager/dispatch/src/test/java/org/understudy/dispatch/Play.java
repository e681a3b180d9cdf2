package org.understudy.dispatch;

/** A resource under call whose versions notice a call that they get when they are stopped already. */
final class Play {
    private final Entry entry;
    private final Pointer pointer = new Pointer(new Closed("nothing is on stage"));

    Play(Entry entry) {
        this.entry = entry;
    }

    /** A started version; what a call to a stopped one would come to, it says itself. */
    static final class Actor {
        private final String name;
        private volatile boolean stopped;

        Actor(String name) {
            this.name = name;
        }

        void play() {
            if (stopped) {
                throw new AssertionError(name + " was called after it had been stopped");
            }
        }

        void stop() {
            stopped = true;
        }
    }

    /** Puts a version on stage and returns the generation that it is now part of. */
    Generation show(Actor actor) {
        Generation generation = new Generation(actor.name, actor);
        pointer.publish(generation);
        return generation;
    }

    /** One call, as a handle makes it. It looks twice, because the version may be stopped while the call is inside. */
    void call(int ticket) {
        Generation generation = entry.enter(pointer, ticket);
        try {
            Actor actor = (Actor) generation.target(0);
            actor.play();
            actor.play();
        } finally {
            generation.leave(ticket);
        }
    }

    Pointer pointer() {
        return pointer;
    }
}
