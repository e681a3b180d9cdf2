package org.understudy.dispatch;

/** How a handle finds its service object in a generation. */
public abstract sealed class Target permits SharedTarget, ScopedTarget {
    private final int index;

    Target(int index) {
        this.index = index;
    }

    /** The index of the service in its resource. */
    public final int index() {
        return index;
    }

    /**
     * The service object in this generation.
     *
     * @throws ResourceUnavailableException if it has none
     */
    public abstract Object in(Generation generation);
}
