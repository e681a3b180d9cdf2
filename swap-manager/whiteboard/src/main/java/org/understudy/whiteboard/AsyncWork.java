package org.understudy.whiteboard;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.understudy.dispatch.Outstanding;

/**
 * Counts an asynchronous request until it completes, however it does: the container completes it after a timeout and
 * after an error too.
 *
 * @param work what is counted
 * @param answer what the request is answered with in the end
 */
record AsyncWork(Outstanding.Work work, Answer answer) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        answer.given();
        work.end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
        // onComplete follows
    }

    /** Who dispatches and starts anew loses the listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
