package org.understudy.swap.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Threads that wait for each other for ever. */
final class Deadlocks {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Deadlocks() {}

    /** The names of deadlocked threads, if one of them is in the code of this version. */
    static Optional<String> throughCodeOf(GenerationWatch.Entry version) {
        long[] found = THREADS.findDeadlockedThreads();
        if (found == null) {
            return Optional.empty();
        }
        ThreadInfo[] threads = THREADS.getThreadInfo(found, Integer.MAX_VALUE);
        boolean involved = Arrays.stream(threads)
                .filter(Objects::nonNull)
                .anyMatch(thread -> version.runs(thread.getStackTrace()));
        return involved
                ? Optional.of(Arrays.stream(threads)
                        .filter(Objects::nonNull)
                        .map(ThreadInfo::getThreadName)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }
}
