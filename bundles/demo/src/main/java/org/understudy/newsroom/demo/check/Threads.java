package org.understudy.newsroom.demo.check;

/** Makes the demo's threads. */
public final class Threads {
    private Threads() {}

    /**
     * A daemon thread that inherits nothing from the one that makes it: a shell hands its streams down to the threads
     * that a command starts, and what is logged there would end up on the terminal.
     */
    public static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
