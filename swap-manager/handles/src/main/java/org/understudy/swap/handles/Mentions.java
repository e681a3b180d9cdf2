package org.understudy.swap.handles;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gathers the packages of all types that interfaces mention. Type arguments count: the handle does not link against
 * them, but a consumer who casts to one has to get the class it knows.
 */
final class Mentions {
    private static final String DISPATCH = org.understudy.dispatch.Pointer.class.getPackageName();

    private final Set<Type> seen = new HashSet<>();
    private final SortedSet<String> packages = new TreeSet<>();
    private String unimportable;

    SortedSet<String> packages() {
        return packages;
    }

    /** A type in the default package, or null. */
    String unimportable() {
        return unimportable;
    }

    void addInterface(Class<?> type) {
        add(type);
        addAll(type.getTypeParameters());
        addAll(type.getGenericInterfaces());
        for (Class<?> parent : type.getInterfaces()) {
            addInterface(parent);
        }
    }

    /** Erased types too: where a bridge differs from the generic method they are all that tells. */
    void addSignature(Method method) {
        add(method.getReturnType());
        addAll(method.getParameterTypes());
        addAll(method.getExceptionTypes());
        add(method.getGenericReturnType());
        addAll(method.getGenericParameterTypes());
        addAll(method.getGenericExceptionTypes());
        addAll(method.getTypeParameters());
    }

    private void addAll(Type... types) {
        for (Type type : types) {
            add(type);
        }
    }

    private void add(Type type) {
        if (type == null || !seen.add(type)) {
            return;
        }
        if (type instanceof Class<?> plain) {
            addPackage(plain);
        } else if (type instanceof ParameterizedType generic) {
            add(generic.getRawType());
            add(generic.getOwnerType());
            addAll(generic.getActualTypeArguments());
        } else if (type instanceof GenericArrayType array) {
            add(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            addAll(wildcard.getUpperBounds());
            addAll(wildcard.getLowerBounds());
        } else if (type instanceof TypeVariable<?> variable) {
            addAll(variable.getBounds());
        }
    }

    private void addPackage(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (element.isPrimitive()) {
            return;
        }
        String name = element.getPackageName();
        if (name.isEmpty()) {
            unimportable = element.getName();
        } else if (!name.startsWith("java.") && !name.equals(DISPATCH)) {
            packages.add(name);
        }
    }
}
