package org.understudy.swap.monitor;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of each garbage collection: how long it kept everything waiting, and what of the heap was left. Collectors that
 * work beside the program count with their pauses only. Safe for use by many threads.
 */
final class Collections implements NotificationListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Collections.class);

    private final Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private long heapAfter = -1;
    private long millis;
    private long longestMillis;

    /**
     * The collections since the last time one asked.
     *
     * @param millis how long they took
     * @param longestMillis how long the longest took
     */
    record Paused(long millis, long longestMillis) {}

    Collections() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> {
            if (collector instanceof NotificationEmitter emitter && pauses(collector.getName())) {
                emitter.addNotificationListener(this, null, null);
            }
        });
    }

    /** ZGC and Shenandoah have a bean for their cycles, G1 of newer Javas one for its concurrent work. */
    private static boolean pauses(String collector) {
        return !collector.contains("Cycles") && !collector.contains("Concurrent");
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GarbageCollectionNotificationInfo info =
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            collected(info.getGcInfo().getDuration(), info.getGcInfo().getMemoryUsageAfterGc());
        }
    }

    private synchronized void collected(long took, Map<String, MemoryUsage> after) {
        millis += took;
        longestMillis = Math.max(longestMillis, took);
        heapAfter = after.entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** Bytes of the heap in use after the last collection; -1 before the first. */
    synchronized long heapAfter() {
        return heapAfter;
    }

    synchronized Paused paused() {
        Paused paused = new Paused(millis, longestMillis);
        millis = 0;
        longestMillis = 0;
        return paused;
    }

    @Override
    public void close() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> {
            if (collector instanceof NotificationEmitter emitter && pauses(collector.getName())) {
                try {
                    emitter.removeNotificationListener(this);
                } catch (ListenerNotFoundException e) {
                    LOG.warn("{} does not know that somebody listens", collector.getName(), e);
                }
            }
        });
    }
}
