package org.understudy.swap.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.framework.BundleException;
import org.understudy.resource.Criticality;

/** The runtime's properties, read as what they are meant to be; what makes no sense is refused by name. */
final class RuntimeProperties {
    private final UnaryOperator<String> texts;

    /** Of what has these texts, null where nothing is set. */
    RuntimeProperties(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /** A text, or null where nothing is set. */
    String text(String key) {
        return texts.apply(key);
    }

    Duration millis(String key, Duration otherwise) throws BundleException {
        return read(
                key,
                otherwise,
                "a whole number of milliseconds, 0 or more",
                text -> Duration.ofMillis(atLeast(0, Long.parseLong(text))));
    }

    int count(String key, int least, int otherwise) throws BundleException {
        return read(
                key,
                otherwise,
                "a whole number, " + least + " or more",
                text -> Math.toIntExact(atLeast(least, Integer.parseInt(text))));
    }

    double number(String key, double otherwise) throws BundleException {
        return read(key, otherwise, "a number such as " + otherwise, Double::parseDouble);
    }

    <E extends Enum<E>> E choice(String key, E otherwise) throws BundleException {
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        String names = Arrays.stream(all).map(RuntimeProperties::name).collect(Collectors.joining(", "));
        return read(key, otherwise, "one of " + names, text -> Arrays.stream(all)
                .filter(each -> name(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /** Reads one property. */
    interface Reading<T> {
        T read(String key, T otherwise) throws BundleException;
    }

    /** One value for each criticality: that of its own key, of the key for all, or the default. */
    <T> Map<Criticality, T> each(String key, Map<Criticality, T> defaults, Reading<T> reading) throws BundleException {
        Map<Criticality, T> values = new EnumMap<>(Criticality.class);
        for (Criticality criticality : Criticality.values()) {
            T forAll = reading.read(key, defaults.get(criticality));
            values.put(criticality, reading.read(key + "." + name(criticality), forAll));
        }
        return values;
    }

    private <T> T read(String key, T otherwise, String expected, Function<String, T> reading) throws BundleException {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return reading.apply(text.trim());
        } catch (IllegalArgumentException e) {
            throw new BundleException("the property " + key + " is '" + text + "': expected " + expected, e);
        }
    }

    private static long atLeast(long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(value + " is less than " + least);
        }
        return value;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
