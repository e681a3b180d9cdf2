package org.understudy.swap.handles;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Type;

/**
 * What a handle has to offer.
 *
 * @param interfaces the interfaces, each once, by name
 * @param calls the methods to pass on, by name and descriptor
 * @param packages the packages, {@code java.*} apart, of all types that the interfaces mention
 */
record Contract(List<Class<?>> interfaces, SortedMap<String, Call> calls, SortedSet<String> packages) {

    /**
     * A method and the interface through which the handle calls it; its declaring one need not be accessible.
     *
     * @param safe whether it may be called again
     */
    record Call(Class<?> through, Method method, boolean safe) {
        String descriptor() {
            return Type.getMethodDescriptor(method);
        }
    }

    static Contract of(Collection<Class<?>> wanted) throws UnfrontableException {
        SortedMap<String, Class<?>> byName = new TreeMap<>();
        for (Class<?> type : wanted) {
            checkOpen(type);
            Class<?> other = byName.put(type.getName(), type);
            if (other != null && other != type) {
                throw new UnfrontableException(type, "it was asked for twice, from two different class loaders");
            }
        }
        List<Class<?>> interfaces = List.copyOf(byName.values());
        SortedMap<String, Call> calls = new TreeMap<>();
        Mentions mentions = new Mentions();
        SafeMethods safe = new SafeMethods();
        for (Class<?> type : interfaces) {
            try {
                collect(type, calls, mentions, safe);
            } catch (LinkageError | TypeNotPresentException e) {
                throw new UnfrontableException(type, "a type that it mentions cannot be loaded by its bundle: " + e, e);
            }
        }
        checkReturns(calls.values());
        return new Contract(interfaces, calls, mentions.packages());
    }

    private static void checkOpen(Class<?> type) throws UnfrontableException {
        if (!type.isInterface()) {
            throw new UnfrontableException(type, "it is a class; only services used through interfaces can be");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new UnfrontableException(type, "it is not public");
        }
        if (type.isSealed()) {
            throw new UnfrontableException(type, "it is sealed");
        }
        for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers())) {
                throw new UnfrontableException(type, "it is nested in " + outer.getName() + ", which is not public");
            }
        }
    }

    private static void collect(Class<?> type, SortedMap<String, Call> calls, Mentions mentions, SafeMethods safe)
            throws UnfrontableException {
        mentions.addInterface(type);
        for (Method method : byDescriptor(type)) {
            if (method.getName().equals("finalize") && method.getParameterCount() == 0) {
                throw new UnfrontableException(type, "it declares finalize(), which the collector would call");
            }
            mentions.addSignature(method);
            String key = method.getName() + Type.getMethodDescriptor(method);
            boolean again =
                    safe.contain(method.getDeclaringClass(), key) && Result.of(method.getReturnType()) != Result.LATER;
            calls.putIfAbsent(key, new Call(type, method, again));
        }
        String nameless = mentions.unimportable();
        if (nameless != null) {
            throw new UnfrontableException(
                    type, "it needs " + nameless + " of the default package, which no bundle can import");
        }
    }

    /** The methods to pass on, those of superinterfaces included; reflection promises no order. */
    private static List<Method> byDescriptor(Class<?> type) {
        return List.of(type.getMethods()).stream()
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !isObjects(method))
                .sorted(Comparator.comparing(method -> method.getName() + Type.getMethodDescriptor(method)))
                .toList();
    }

    private static boolean isObjects(Method method) {
        return switch (method.getName() + Type.getMethodDescriptor(method)) {
            case "equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;" -> true;
            default -> false;
        };
    }

    /** Reference types may differ, bridges join them; a primitive one, or void, has to be the only one. */
    private static void checkReturns(Collection<Call> calls) throws UnfrontableException {
        Map<String, Call> byParameters = new HashMap<>();
        for (Call call : calls) {
            Method method = call.method();
            String parameters = call.descriptor().substring(0, call.descriptor().indexOf(')') + 1);
            Call other = byParameters.putIfAbsent(method.getName() + parameters, call);
            if (other == null) {
                continue;
            }
            Class<?> one = other.method().getReturnType();
            Class<?> two = method.getReturnType();
            if (one.isPrimitive() || two.isPrimitive()) {
                throw new UnfrontableException(
                        call.through(),
                        "its method " + method.getName() + " returns " + two.getTypeName() + ", that of "
                                + other.through().getName() + " " + one.getTypeName() + ", so no object can be both");
            }
        }
    }

    Contract {
        interfaces = List.copyOf(interfaces);
        calls = new TreeMap<>(calls);
        packages = new TreeSet<>(packages);
    }
}
