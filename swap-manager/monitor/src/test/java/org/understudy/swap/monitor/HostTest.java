package org.understudy.swap.monitor;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.monitor.HostSample;

class HostTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private long nanos;

    private static HostSample sample(long free, String source) {
        return new HostSample(free, 1, 2, 3, 4, source);
    }

    @Test
    void procTellsOfWholeDisksAndOfAllInterfacesButTheLoopback() throws Exception {
        Files.createDirectories(folder.resolve("net"));
        Files.writeString(
                folder.resolve("diskstats"),
                """
                 254       0 vda 100 0 10 7 200 0 20 9 0 0 0
                 254       1 vda1 100 0 10 7 200 0 20 9 0 0 0
                   7       0 loop0 1 0 1000 7 1 0 1000 9 0 0 0
                   8       0 sdb 1 0 1 7 1 0 2 9 0 0 0
                """);
        Files.writeString(
                folder.resolve("net/dev"),
                """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls
                    lo: 9999 1 0 0 0 0 0 0 9999 1 0 0 0 0
                  eth0:1000 1 0 0 0 0 0 0 200 1 0 0 0 0
                  eth1: 30 1 0 0 0 0 0 0 4 1 0 0 0 0
                """);

        HostSample told = new ProcHost(folder, folder).sample();

        assertTrue(told.diskFree() > 0);
        assertEquals(new HostSample(told.diskFree(), 11 * 512, 22 * 512, 1030, 204, "proc"), told);
    }

    @Test
    void whatProcDoesNotHaveIsNotKnown() {
        HostSample told = new ProcHost(folder.resolve("nowhere"), folder.resolve("nowhere")).sample();

        assertEquals(new HostSample(-1, -1, -1, -1, -1, "proc"), told);
    }

    @Test
    void theHostIsLookedAtEveryFewSecondsOnly() {
        AtomicInteger looks = new AtomicInteger();
        Host host = new Host(() -> sample(looks.incrementAndGet(), "proc"), () -> HostSignals.NONE, () -> nanos);
        host.sample();
        nanos = 2 * SECOND;
        host.sample();
        nanos = 11 * SECOND;

        assertEquals(2, host.sample().diskFree());
    }

    @Test
    void afterAWhileWhoKnowsMoreIsAskedInstead() {
        Host host = new Host(() -> sample(1, "proc"), () -> () -> sample(2, "oshi"), () -> nanos);
        assertEquals("proc", host.sample().source());
        nanos = 31 * SECOND;

        await().until(() -> host.sample().source().equals("oshi"));
    }

    @Test
    void whereNobodyKnowsMoreItStaysAsItIs() {
        AtomicInteger tries = new AtomicInteger();
        Host host = new Host(
                () -> sample(1, "proc"),
                () -> {
                    tries.incrementAndGet();
                    throw new NoClassDefFoundError("oshi/SystemInfo");
                },
                () -> nanos);
        nanos = 31 * SECOND;
        host.sample();
        await().until(() -> tries.get() == 1);
        nanos = 90 * SECOND;

        assertEquals("proc", host.sample().source());
        assertEquals(1, tries.get());
    }

    @Test
    void oshiTellsOfThisHost() {
        HostSample told = new OshiHost(folder).sample();

        assertEquals("oshi", told.source());
        assertTrue(told.diskFree() > 0);
        assertTrue(told.netIn() >= 0);
    }
}
