package org.understudy.newsroom.demo;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Locale;

/** What the process did since it was last looked at. For one thread. */
final class ProcessGauge {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long lookedNanos = System.nanoTime();
    private long cpuNanos = system.getProcessCpuTime();
    private long collectingMillis = collectingMillis();

    /** Cores used, share of the time spent in collections, KiB of heap after the last one; between semicolons. */
    String line() {
        long now = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        long collecting = collectingMillis();
        double span = now - lookedNanos;
        String line = String.format(
                Locale.ROOT,
                "%.2f;%.2f;%d",
                (cpu - cpuNanos) / span,
                (collecting - collectingMillis) * 1e6 / span,
                afterCollection() / 1024);
        lookedNanos = now;
        cpuNanos = cpu;
        collectingMillis = collecting;
        return line;
    }

    private static long collectingMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
