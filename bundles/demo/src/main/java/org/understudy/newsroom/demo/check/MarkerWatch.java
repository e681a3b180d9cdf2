package org.understudy.newsroom.demo.check;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.understudy.swap.SlotMarker;
import org.understudy.swap.SwapManager;

/**
 * Looks up the markers of all resources over and over, on a thread of its own: no two of one resource may ever be seen
 * with equal ranks, and none ahead of its resource's pointer.
 */
public final class MarkerWatch implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BundleContext context;
    private final SwapManager manager;
    private final Failures failures;
    private final Thread thread = Threads.daemon("demo-marker-watch", this::watch);
    private volatile boolean over;
    private volatile long lookups;
    private volatile long equalRanks;
    private volatile long ahead;

    /** A watch that has not begun. */
    public MarkerWatch(BundleContext context, SwapManager manager, Failures failures) {
        this.context = context;
        this.manager = manager;
        this.failures = failures;
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** How often the markers of a resource were looked up. */
    public long lookups() {
        return lookups;
    }

    /** How often two of them had the same rank. */
    public long equalRanks() {
        return equalRanks;
    }

    /** How often the best was ahead of the pointer. */
    public long ahead() {
        return ahead;
    }

    /** Ends, and waits for the thread's end. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        Part[] parts = Part.values();
        for (int i = 0; !over; i = (i + 1) % parts.length) {
            try {
                look(parts[i].resource());
            } catch (RuntimeException | InvalidSyntaxException e) {
                failures.add("markers of " + parts[i].resource(), e.toString());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void look(String resource) throws InvalidSyntaxException {
        Set<Integer> ranks = new HashSet<>();
        int best = Integer.MIN_VALUE;
        boolean equal = false;
        for (ServiceReference<SlotMarker> marker :
                context.getServiceReferences(SlotMarker.class, "(" + SlotMarker.RESOURCE + "=" + resource + ")")) {
            int rank = marker.getProperty(Constants.SERVICE_RANKING) instanceof Integer r ? r : 0;
            equal |= !ranks.add(rank);
            best = Math.max(best, rank);
        }
        int pointer = manager.resource(resource).rank();
        lookups++;
        if (equal) {
            equalRanks++;
            failures.add("markers of " + resource, "two have the same rank, all are " + ranks);
        }
        if (best > pointer) {
            ahead++;
            failures.add("markers of " + resource, "the best has rank " + best + ", the pointer " + pointer);
        }
    }
}
