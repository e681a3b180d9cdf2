package org.understudy.dispatch;

import java.util.Objects;

/** The target of a handle that belongs to one consumer: each generation makes an object of its own for it. */
public final class ScopedTarget extends Target {
    private final Object consumer;
    private volatile Made latest;

    private record Made(Generation generation, Object instance) {}

    /**
     * Creates the target of one handle.
     *
     * @param index the index of the service in its resource
     * @param consumer who the handle was made for
     */
    public ScopedTarget(int index, Object consumer) {
        super(index);
        this.consumer = Objects.requireNonNull(consumer, "consumer");
    }

    /** Who the handle was made for. */
    public Object consumer() {
        return consumer;
    }

    @Override
    public Object in(Generation generation) {
        Made made = latest;
        if (made == null || made.generation != generation) {
            made = new Made(generation, generation.instance(this));
            latest = made;
        }
        return made.instance;
    }

    /** Lets go of a generation that is off stage, so that it can be collected. */
    public void forget(Generation generation) {
        Made made = latest;
        if (made != null && made.generation == generation) {
            latest = null;
        }
    }
}
