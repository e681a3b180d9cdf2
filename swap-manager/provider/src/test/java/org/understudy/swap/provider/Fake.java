package org.understudy.swap.provider;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Makes objects of the framework that can do a few things only, and throw at all else. */
final class Fake {
    private Fake() {}

    /** What a method does. */
    interface Method {
        Object call(Object... arguments) throws InterruptedException;
    }

    /** One with these methods, by name. */
    static <T> T of(Class<T> type, Map<String, Method> methods) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, values) -> {
                    Method method = methods.get(called.getName());
                    if (method == null) {
                        throw new UnsupportedOperationException(called.getName());
                    }
                    return method.call(values);
                }));
    }
}
