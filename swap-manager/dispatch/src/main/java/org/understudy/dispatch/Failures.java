package org.understudy.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts how calls into a started version have failed, by the name of the type. Keeps names only, so nothing of the
 * version is held; of more than {@value #TYPES} types the rest is counted as {@value #OTHERS}. Safe for use by many
 * threads.
 */
public final class Failures {
    /** How many types are told apart. */
    static final int TYPES = 64;

    /** What the rest is counted as. */
    static final String OTHERS = "(other types)";

    private final AtomicLong outOfMemory = new AtomicLong();
    private volatile Map<String, Type> types = Map.of();

    private record Type(AtomicLong count, boolean fatal) {}

    Failures() {}

    /** Counts one that is no exception, for example {@code HTTP 503}. */
    public void add(String type) {
        add(type, false);
    }

    /** Counts one. Never throws: where there is not even memory to count it, that is what is counted. */
    public void add(Throwable failure) {
        try {
            add(
                    failure.getClass().getName(),
                    failure instanceof VirtualMachineError || failure instanceof LinkageError);
        } catch (OutOfMemoryError e) {
            outOfMemory.incrementAndGet();
        } catch (StackOverflowError e) {
            // the stack ends here: the call from inside which this one was made is told in a moment, and has more of it
        }
    }

    private void add(String name, boolean fatal) {
        Type type = types.get(name);
        if (type == null) {
            type = first(name, fatal);
        }
        type.count.incrementAndGet();
    }

    private synchronized Type first(String name, boolean fatal) {
        String key = types.containsKey(name) || types.size() < TYPES ? name : OTHERS;
        Map<String, Type> more = new HashMap<>(types);
        Type type = more.computeIfAbsent(key, fresh -> new Type(new AtomicLong(), fatal));
        types = Map.copyOf(more);
        return type;
    }

    /** How often each type came. */
    Map<String, Long> counts() {
        Map<String, Type> now = types;
        if (now.isEmpty() && outOfMemory.get() == 0) {
            return Map.of();
        }
        Map<String, Long> counts = new TreeMap<>();
        now.forEach((name, type) -> counts.put(name, type.count.get()));
        if (outOfMemory.get() > 0) {
            counts.merge(OutOfMemoryError.class.getName(), outOfMemory.get(), Long::sum);
        }
        return counts;
    }

    /** Whether this is the name of an error after which nobody can rely on the version. */
    boolean isFatal(String name) {
        Type type = types.get(name);
        return type != null && type.fatal || name.equals(OutOfMemoryError.class.getName());
    }
}
