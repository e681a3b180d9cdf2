package org.understudy.dispatch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads what making an instance came to, and tells a failure in terms of the generation. */
final class Outcome {
    private Outcome() {}

    static Object of(Future<Object> made, String name) {
        try {
            return made.get();
        } catch (ExecutionException e) {
            ResourceUnavailableException failure =
                    new ResourceUnavailableException(name + " could not make a service object: " + e.getCause());
            failure.initCause(e.getCause());
            throw failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResourceUnavailableException(
                    name + " was still making a service object when the caller was interrupted");
        }
    }

    static void ifMade(Future<Object> made, Consumer<Object> use) {
        if (made.isDone()) {
            Object instance;
            try {
                instance = made.get();
            } catch (ExecutionException e) {
                return; // it was never made: nothing to give back
            } catch (InterruptedException e) {
                throw new AssertionError("a finished task does not wait", e);
            }
            use.accept(instance);
        }
    }
}
