package org.understudy.swap.monitor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.LongSupplier;
import org.understudy.monitor.ProcessSample;

/** The process as its own management beans tell. */
public final class JvmSignals implements ProcessSignals {
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Collections collections = new Collections();
    private final HostSignals host;
    private final LongSupplier clock;
    private final List<MemoryPoolMXBean> metaspace;
    private long lastNanos;
    private long lastCpuNanos;

    /**
     * Creates it.
     *
     * @param host what tells of the host
     * @param clock nanoseconds, like {@link System#nanoTime}
     */
    public JvmSignals(HostSignals host, LongSupplier clock) {
        this.host = host;
        this.clock = clock;
        this.metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.NON_HEAP && pool.getName().contains("Metaspace"))
                .toList();
        this.lastNanos = clock.getAsLong();
        this.lastCpuNanos = system.getProcessCpuTime();
    }

    @Override
    public ProcessSample sample() {
        long nanos = clock.getAsLong();
        long cpuNanos = system.getProcessCpuTime();
        double elapsed = nanos - lastNanos;
        Collections.Paused paused = collections.paused();
        ProcessSample sample = new ProcessSample(
                cpuNanos < 0 || elapsed <= 0 ? Double.NaN : (cpuNanos - lastCpuNanos) / elapsed,
                system.getSystemLoadAverage() < 0 ? Double.NaN : system.getSystemLoadAverage(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                collections.heapAfter(),
                elapsed <= 0 ? Double.NaN : Math.min(1, paused.millis() * 1e6 / elapsed),
                paused.longestMillis(),
                metaspace.stream()
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(MemoryUsage::getUsed)
                        .max()
                        .orElse(-1),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : -1,
                host.sample());
        lastNanos = nanos;
        lastCpuNanos = cpuNanos;
        return sample;
    }

    @Override
    public void close() {
        collections.close();
    }
}
