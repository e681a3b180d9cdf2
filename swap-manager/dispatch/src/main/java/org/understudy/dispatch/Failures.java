package org.understudy.dispatch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getName();

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Set<String> fatal = ConcurrentHashMap.newKeySet();
    private final AtomicLong uncounted = new AtomicLong();

    Failures() {}

    /** Counts one that is no exception, for example {@code HTTP 503}. */
    public void add(String type) {
        AtomicLong count = counts.get(type);
        if (count == null) {
            count = counts.computeIfAbsent(counts.size() < TYPES ? type : OTHERS, fresh -> new AtomicLong());
        }
        count.incrementAndGet();
    }

    /** Counts one. Never throws: where there is not even memory to count it, that is what is counted. */
    public void add(Throwable failure) {
        try {
            String type = failure.getClass().getName();
            if (failure instanceof VirtualMachineError || failure instanceof LinkageError) {
                fatal.add(type);
            }
            add(type);
        } catch (OutOfMemoryError e) {
            uncounted.incrementAndGet();
        } catch (StackOverflowError e) {
            // the stack ends here: the call from inside which this one was made is told in a moment, and has more of it
        }
    }

    /** How often each type came. */
    Map<String, Long> counts() {
        Map<String, Long> sum = new TreeMap<>();
        counts.forEach((type, count) -> sum.put(type, count.get()));
        if (uncounted.get() > 0) {
            sum.merge(OUT_OF_MEMORY, uncounted.get(), Long::sum);
        }
        return sum;
    }

    /** Whether this is the name of an error after which nobody can rely on the version. */
    boolean isFatal(String type) {
        return fatal.contains(type) || type.equals(OUT_OF_MEMORY);
    }
}
