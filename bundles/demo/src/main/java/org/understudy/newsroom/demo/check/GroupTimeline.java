package org.understudy.newsroom.demo.check;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * The scenes of a group: which versions its members have together, one scene after the other. Between two scenes lies
 * one flip, during which a call may still meet the one and already the other; what it has met tells from which scene on
 * everything is that happens after it. One thread writes, any may read.
 */
public final class GroupTimeline {
    private final List<Lineup> scenes = new CopyOnWriteArrayList<>();
    private volatile int earliest;
    private volatile int latest;

    /** Begins with this. */
    public void open(Lineup lineup) {
        scenes.add(lineup);
    }

    /** From now on the next scene may have begun. */
    public void begin(Lineup next) {
        int index = earliest + 1;
        if (index == scenes.size()) {
            scenes.add(next);
        } else {
            scenes.set(index, next); // in the place of one that was called off
        }
        latest = index;
    }

    /** From now on the next scene has begun. */
    public void end() {
        earliest = latest;
    }

    /** The next scene does not come, and nothing of it may have been seen. */
    public void callOff() {
        latest = earliest;
    }

    /** The scene that has certainly begun by now. */
    public int now() {
        return earliest;
    }

    /**
     * The first scene, from the given one on, in which this version of this part plays and which may have begun by
     * now; empty where there is none.
     */
    public OptionalInt sceneOf(Part part, String version, int from) {
        return IntStream.rangeClosed(from, latest)
                .filter(scene -> scenes.get(scene).version(part).equals(version))
                .findFirst();
    }
}
