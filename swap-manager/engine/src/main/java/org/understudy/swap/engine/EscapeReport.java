package org.understudy.swap.engine;

/** Is told of objects that leave a resource, other than by being returned through a handle. Safe for many threads. */
@FunctionalInterface
public interface EscapeReport {
    /**
     * An object gets out. What is not of the resource's own classes, and what is known already, is left alone, so this
     * may be called for anything, and as often as it happens.
     *
     * @param through how, for example {@code session attribute 'cart'}
     * @param escaped the object
     * @param caller a class of the bundle that gets it
     */
    void report(String through, Object escaped, Class<?> caller);
}
