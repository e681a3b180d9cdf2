package org.understudy.dispatch;

/**
 * What stands between the handle of a whiteboard service and the service itself, where passing calls on is not enough:
 * a service with a life cycle of its own in each generation. Safe for use by many threads.
 */
public interface Part {
    /** The service behind it. */
    Object service();

    /**
     * Has the service ready for calls, as far as what its whiteboard has given is known. Does nothing the second time.
     *
     * @throws Exception as the service does
     */
    void begin() throws Exception;

    /** Notes in the memory what the whiteboard holds against the handle because of what goes on in the service now. */
    void review();

    /** Ends what {@link #begin} began; nobody calls the service then. Does nothing the second time. */
    void end();
}
