package org.understudy.newsroom.demo.check;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which versions of one resource may answer a call, by when the call began. While a swap is going on both versions
 * may; from the moment it has returned only the one on stage. One thread writes, any may read.
 */
public final class Timeline {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile Epoch current = new Epoch(Set.of());

    /** A stretch of time with the versions that may answer calls which begin in it. */
    public static final class Epoch {
        private final Set<String> allowed;
        private volatile Epoch next;

        private Epoch(Set<String> allowed) {
            this.allowed = allowed;
        }
    }

    /** What an answer's version says about the answer. */
    public enum Verdict {
        /** A version that was on stage at some time between the call's begin and now. */
        GOOD,
        /** A version that had been taken off stage before the call began. */
        STALE,
        /** A version that has never been on stage. */
        UNKNOWN
    }

    /** Begins a new epoch: from now on exactly these versions may answer. */
    public void allow(Set<String> versions) {
        Epoch next = new Epoch(Set.copyOf(versions));
        known.addAll(versions);
        current.next = next;
        current = next;
    }

    /** The epoch in which a call that begins now begins. */
    public Epoch now() {
        return current;
    }

    /** Judges an answer that has just come, to a call that began in the given epoch. */
    public Verdict judge(Epoch begun, String version) {
        for (Epoch epoch = begun; epoch != null; epoch = epoch.next) {
            if (epoch.allowed.contains(version)) {
                return Verdict.GOOD;
            }
        }
        return known.contains(version) ? Verdict.STALE : Verdict.UNKNOWN;
    }
}
