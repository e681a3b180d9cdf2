package org.understudy.dispatch;

/** The target of a singleton service: all consumers have the same object. */
public final class SharedTarget extends Target {
    /** Creates the target of the service with this index. */
    public SharedTarget(int index) {
        super(index);
    }

    @Override
    public Object in(Generation generation) {
        return generation.target(index());
    }
}
