package org.understudy.newsroom.faulty.qr;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.qr.version.RoundCode;

/**
 * Fault: the first two calls take the same two locks in opposite orders, and wait for each other for some seconds. Then
 * they give up, and answer rightly, so that nothing is left behind.
 */
@Component(name = "newsroom.qr")
public final class Deadlocks implements QrCode {
    private static final long MEETING_MILLIS = 1_500;
    private static final long EMBRACE_MILLIS = 2_700;

    private final QrCode code;
    private final ReentrantLock ink = new ReentrantLock();
    private final ReentrantLock paper = new ReentrantLock();
    private final CyclicBarrier bothHold = new CyclicBarrier(2);
    private final AtomicLong calls = new AtomicLong();

    /** A code like the sound one that it wraps. */
    @Activate
    public Deadlocks(BundleContext context) {
        this(new RoundCode(context));
    }

    Deadlocks(QrCode code) {
        this.code = code;
    }

    @Override
    public Answer<String> svg(String text) {
        long call = calls.incrementAndGet();
        try {
            if (call == 1) {
                embrace(ink, paper);
            } else if (call == 2) {
                embrace(paper, ink);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody ends it: the answer is as right as ever
        }
        return code.svg(text);
    }

    private void embrace(ReentrantLock first, ReentrantLock second) throws InterruptedException {
        first.lockInterruptibly();
        try {
            bothHold.await(MEETING_MILLIS, TimeUnit.MILLISECONDS);
            if (second.tryLock(EMBRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                second.unlock();
            }
        } catch (BrokenBarrierException | TimeoutException e) {
            return; // the other did not come in time: no deadlock this time
        } finally {
            first.unlock();
        }
    }
}
