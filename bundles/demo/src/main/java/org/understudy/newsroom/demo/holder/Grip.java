package org.understudy.newsroom.demo.holder;

/** One service, held in one way, by one thread. */
public interface Grip extends AutoCloseable {
    /** The service object for one call; {@code null} where this way of holding has none now. */
    Object take();

    /**
     * Ends that call.
     *
     * @return whether what was taken was a registered service all the time; a plain object that outlives its service
     *     may still answer, but nobody is behind it
     */
    boolean release();

    /** Lets go for good. */
    @Override
    void close();
}
