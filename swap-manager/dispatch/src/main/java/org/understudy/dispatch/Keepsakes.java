package org.understudy.dispatch;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Arguments that can be kept and passed again: nobody can change them, they are not large, and nothing of a consumer or of a
 * version hangs on them.
 */
final class Keepsakes {
    /** Longest text, characters. */
    static final int LONGEST = 4096;

    private static final int DEEPEST = 4;
    private static final int MOST = 64; // elements of one list
    private static final Set<Class<?>> PLAIN = Set.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            URI.class,
            Locale.class,
            Instant.class,
            Duration.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);
    private static final Set<Class<?>> LISTS =
            Set.of(List.of().getClass(), List.of(1).getClass());

    private Keepsakes() {}

    /**
     * Whether all of them are.
     *
     * @param contract the loader of the contract's classes, whose enums and records are if all in them is
     */
    static boolean are(Object[] values, ClassLoader contract) {
        for (Object value : values) {
            if (!is(value, contract, DEEPEST)) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(Object value, ClassLoader contract, int deep) {
        if (value == null || PLAIN.contains(value.getClass())) {
            return true;
        }
        if (value instanceof String text) {
            return text.length() <= LONGEST;
        }
        if (deep == 0) {
            return false;
        }
        if (value instanceof Optional<?> perhaps) {
            return is(perhaps.orElse(null), contract, deep - 1);
        }
        if (LISTS.contains(value.getClass())) {
            List<?> list = (List<?>) value;
            return list.size() <= MOST && list.stream().allMatch(element -> is(element, contract, deep - 1));
        }
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getClassLoader() == contract;
        }
        return value instanceof Record
                && value.getClass().getClassLoader() == contract
                && isAll(value, contract, deep - 1);
    }

    private static boolean isAll(Object entry, ClassLoader contract, int deep) {
        try {
            for (RecordComponent component : entry.getClass().getRecordComponents()) {
                if (!is(component.getAccessor().invoke(entry), contract, deep)) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException e) {
            return false; // what cannot be looked into is not kept
        }
    }
}
