package org.understudy.newsroom.demo;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the process did since it was last looked at. For one thread. */
final class ProcessGauge {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<GarbageCollectorMXBean> collectors =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
    private final Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private long lookedNanos = System.nanoTime();
    private long cpuNanos = system.getProcessCpuTime();
    private long collectingMillis = collectingMillis();

    /** The span in ms, cores used, share of it spent in collections, KiB of heap after the last one; between semicolons. */
    String read() {
        long now = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        long collecting = collectingMillis();
        double span = now - lookedNanos;
        String line = String.format(
                Locale.ROOT,
                "%.0f;%.2f;%.2f;%d",
                span / 1e6,
                (cpu - cpuNanos) / span,
                (collecting - collectingMillis) * 1e6 / span,
                afterCollection() / 1024);
        lookedNanos = now;
        cpuNanos = cpu;
        collectingMillis = collecting;
        return line;
    }

    private long collectingMillis() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private long afterCollection() {
        return collectors.stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(info -> info.getEndTime()))
                .map(info -> info.getMemoryUsageAfterGc().entrySet().stream()
                        .filter(pool -> heap.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum())
                .orElse(0L);
    }
}
