package org.understudy.bench.soak.inside;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the process holds after a collection. */
final class Gauges {
    /** Between two collections, for what is only let go after the first. */
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final String LOADER_LINE = "0x";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    /** By name. */
    Map<String, Long> read() {
        System.gc();
        LockSupport.parkNanos(BREATH_NANOS);
        System.gc();
        Map<String, Long> seen = new TreeMap<>();
        seen.put(
                "HEAP", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        seen.put("METASPACE", metaspace());
        seen.put("CLASSES", (long) ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        seen.put("THREADS", (long) ManagementFactory.getThreadMXBean().getThreadCount());
        seen.put("DESCRIPTORS", descriptors());
        seen.put("LOADERS", loaders());
        return seen;
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private long descriptors() {
        try {
            return (Long) server.getAttribute(
                    new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "OpenFileDescriptorCount");
        } catch (JMException e) {
            throw new IllegalStateException("the open descriptors are not known here", e);
        }
    }

    private long loaders() {
        try {
            String said = (String) server.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "vmClassloaderStats",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
            return said.lines().filter(line -> line.startsWith(LOADER_LINE)).count();
        } catch (JMException e) {
            throw new IllegalStateException("the class loaders are not known here", e);
        }
    }
}
