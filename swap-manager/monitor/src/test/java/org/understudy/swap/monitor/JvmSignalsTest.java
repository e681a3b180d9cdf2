package org.understudy.swap.monitor;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.understudy.monitor.ProcessSample;

class JvmSignalsTest {
    private final JvmSignals signals = new JvmSignals(HostSignals.NONE, System::nanoTime);

    @AfterEach
    void close() {
        signals.close();
    }

    @Test
    void theProcessTellsOfItself() {
        ProcessSample sample = signals.sample();

        assertAll(
                () -> assertTrue(sample.cpuCores() >= 0, sample::toString),
                () -> assertTrue(sample.heapUsed() > 0, sample::toString),
                () -> assertTrue(sample.metaspace() > 0, sample::toString),
                () -> assertTrue(sample.threads() > 0, sample::toString),
                () -> assertTrue(sample.gcShare() >= 0 && sample.gcShare() <= 1, sample::toString));
    }

    @Test
    void afterACollectionItIsKnownWhatIsLeft() {
        System.gc();

        await().until(() -> signals.sample().heapAfterGc() > 0);
    }

    /** Fails if the processor time of the process is taken for its rate. */
    @Test
    void whoComputesKeepsAProcessorBusy() {
        signals.sample();
        await().until(() -> {
            long until = System.nanoTime() + 50_000_000;
            while (System.nanoTime() - until < 0) {
                Thread.onSpinWait();
            }
            double cores = signals.sample().cpuCores();
            return cores > 0.05 && cores <= Runtime.getRuntime().availableProcessors() + 1;
        });
    }
}
