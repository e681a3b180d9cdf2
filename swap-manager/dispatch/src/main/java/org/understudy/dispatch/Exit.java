package org.understudy.dispatch;

import java.lang.ref.WeakReference;

/**
 * A method of a handle as a way out of the resource: notices when the objects that it returns are of another class than
 * before. Safe for use by many threads.
 *
 * <p>All that a call pays for is one comparison. The class is held weakly, because a handle outlives the versions
 * behind it, and in a plain field: a thread that sees an old value tells the watch once more than needed.
 */
public final class Exit {
    private final String through;
    private final EscapeWatch watch;
    private WeakReference<Class<?>> last = new WeakReference<>(null);

    Exit(String through, EscapeWatch watch) {
        this.through = through;
        this.watch = watch;
    }

    /** An object, or {@code null}, is about to be returned from this generation, inside the call. */
    public void pass(Generation from, Object result) {
        if (result != null && !last.refersTo(result.getClass())) {
            look(from, result);
        }
    }

    private void look(Generation from, Object result) {
        last = new WeakReference<>(result.getClass());
        watch.returned(from, through, result);
    }
}
