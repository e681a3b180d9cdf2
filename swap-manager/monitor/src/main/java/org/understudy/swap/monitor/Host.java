package org.understudy.swap.monitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.monitor.HostSample;

/**
 * The host, looked at every few seconds. First {@code /proc} is asked, where there is one. After a while OSHI is loaded
 * in the background, if it is installed, and asked from then on: it knows more kinds of disks and systems, but takes a
 * second of processor time and 15 MB, which no start should wait for. For one thread.
 */
public final class Host implements HostSignals {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final Duration BETTER_AFTER = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final LongSupplier clock;
    private final Callable<HostSignals> better;
    private final long begunNanos;
    private volatile HostSignals teller;
    private boolean looking;
    private HostSignals asked;
    private HostSample latest = HostSample.UNKNOWN;
    private long latestNanos;

    Host(HostSignals first, Callable<HostSignals> better, LongSupplier clock) {
        this.teller = first;
        this.better = better;
        this.clock = clock;
        this.begunNanos = clock.getAsLong();
    }

    /**
     * This host.
     *
     * @param home a folder on the disk whose free space is of interest
     * @param clock nanoseconds, like {@link System#nanoTime}
     */
    public static Host of(Path home, LongSupplier clock) {
        Path proc = Path.of("/proc");
        HostSignals first = Files.isReadable(proc.resolve("diskstats")) ? new ProcHost(proc, home) : NONE;
        return new Host(first, () -> new OshiHost(home), clock);
    }

    @Override
    public HostSample sample() {
        long nanos = clock.getAsLong();
        if (!looking && nanos - begunNanos >= BETTER_AFTER.toNanos()) {
            looking = true;
            Thread loader = new Thread(this::improve, "understudy: host signals");
            loader.setDaemon(true);
            loader.start();
        }
        HostSignals now = teller;
        if (now != asked || nanos - latestNanos >= PERIOD.toNanos()) {
            latest = now.sample();
            latestNanos = nanos;
            asked = now;
        }
        return latest;
    }

    private void improve() {
        try {
            HostSignals found = better.call();
            found.sample(); // what it cannot do shows here
            teller = found;
        } catch (Exception | LinkageError e) {
            LOG.info("OSHI does not tell of this host: {}", e.toString());
        }
    }
}
