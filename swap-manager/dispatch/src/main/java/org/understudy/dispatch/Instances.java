package org.understudy.dispatch;

/** Makes the service objects of a service of which each consumer, or each call for one, has its own. */
public interface Instances {
    /**
     * Makes one.
     *
     * @param consumer who it is for, as the handle was given it
     * @throws Exception if it cannot be made
     */
    Object make(Object consumer) throws Exception;

    /** Gives one back that {@link #make} returned. */
    void release(Object consumer, Object instance);
}
