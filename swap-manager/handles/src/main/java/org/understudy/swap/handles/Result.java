package org.understudy.swap.handles;

import java.lang.reflect.Modifier;
import java.util.concurrent.CompletionStage;

/** What a handle has to do about the result of a method, going by its declared type. */
enum Result {
    /** Nothing: no object at all, or one whose class the contract settles. */
    PLAIN,
    /** It comes later, so the generation counts it until then. */
    LATER,
    /** It may be of a class of the resource's own. */
    MAYBE_OWN;

    static Result of(Class<?> declared) {
        if (CompletionStage.class.isAssignableFrom(declared)) {
            return LATER;
        }
        Class<?> element = declared;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        // a primitive type is final too; the constants of an enum belong to it, also those with a body
        return Modifier.isFinal(element.getModifiers()) || element.isEnum() ? PLAIN : MAYBE_OWN;
    }
}
