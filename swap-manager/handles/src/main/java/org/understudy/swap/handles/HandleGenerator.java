package org.understudy.swap.handles;

import java.util.List;

/**
 * Writes handle classes.
 *
 * <p>A handle implements the interfaces of a service and passes every call on to the service object of the generation
 * that its pointer shows, having entered that generation first and leaving it afterwards, whatever the call came to:
 * results and exceptions reach the caller as they are. Static methods stay with their interfaces. {@code equals} and
 * {@code hashCode} are those of the handle itself, also where an interface declares them anew, because the handle
 * outlives every object behind it.
 */
public final class HandleGenerator {
    private HandleGenerator() {}

    /**
     * Writes one.
     *
     * @param className the binary name of the class to write, with dots, in a package of its bundle
     * @param interfaces what the service is registered under; the order does not matter
     * @throws UnfrontableException if no class outside the interfaces' bundle can implement them all
     */
    public static HandleClass generate(String className, List<Class<?>> interfaces) throws UnfrontableException {
        if (interfaces.isEmpty()) {
            throw new IllegalArgumentException(className + " would be a handle without an interface");
        }
        Contract contract = Contract.of(interfaces);
        return new HandleClass(className, new HandleWriter(className, contract).write(), contract.packages());
    }
}
