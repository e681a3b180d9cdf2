package org.understudy.pinning;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request, and the container that runs its asynchronous part when the test says so. */
final class FakeRequest {
    private final Map<String, Object> attributes = new HashMap<>();
    private List<AsyncListener> listeners = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();

    final HttpServletRequest request = fake(HttpServletRequest.class, this::onRequest);
    private final AsyncContext context = fake(AsyncContext.class, this::onContext);

    /** What a call of an interface comes to. */
    private interface Answer {
        Object to(String method, Object[] arguments) throws IOException;
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private Object onRequest(String method, Object[] arguments) throws IOException {
        return switch (method) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "startAsync" -> startAsync();
            case "getAsyncContext" -> context;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private AsyncContext startAsync() throws IOException {
        List<AsyncListener> before = listeners;
        listeners = new ArrayList<>(); // who starts anew loses the listeners, but for those that come again
        for (AsyncListener listener : before) {
            listener.onStartAsync(new AsyncEvent(context, null, null, null));
        }
        return context;
    }

    private Object onContext(String method, Object[] arguments) throws IOException {
        switch (method) {
            case "addListener" -> listeners.add((AsyncListener) arguments[0]);
            case "start" -> tasks.add((Runnable) arguments[0]);
            case "complete" -> {
                for (AsyncListener listener : listeners) {
                    listener.onComplete(new AsyncEvent(context, null, null, null));
                }
            }
            default -> throw new UnsupportedOperationException(method);
        }
        return null;
    }

    /** Runs what the container was given to run. */
    void runTasks() {
        tasks.forEach(Runnable::run);
        tasks.clear();
    }
}
