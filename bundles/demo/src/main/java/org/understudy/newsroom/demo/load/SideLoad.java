package org.understudy.newsroom.demo.load;

import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAccumulator;
import org.understudy.newsroom.demo.check.Failures;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;

/**
 * Calls to one part at a stated rate, whether or not earlier ones were answered: one that is held does not keep the
 * next from being made, since each has a thread to itself.
 */
final class SideLoad implements AutoCloseable {
    private static final int MOST = 400;
    private static final long IDLE_SECONDS = 10;
    private static final long GRACE_MILLIS = 3_000;

    private final Part part;
    private final Rate rate;
    private final Errand errand;
    private final Counts counts;
    private final Failures failures;
    private final Pace pace;
    private final Phaser underWay = new Phaser(1);
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final ThreadPoolExecutor threads;
    private final Thread sender;
    private volatile boolean over;

    /** Begins. */
    SideLoad(Part part, Rate rate, Errand errand, Counts counts, Failures failures) {
        this.part = part;
        this.rate = rate;
        this.errand = errand;
        this.counts = counts;
        this.failures = failures;
        pace = new Pace(System.nanoTime(), 1e9 / rate.perSecond());
        threads = new ThreadPoolExecutor(
                0,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> Threads.daemon("demo-calls-" + part.resource(), task));
        sender = Threads.daemon("demo-load-" + part.resource(), this::send);
        sender.start();
    }

    /** The longest call, from its intended start, milliseconds. */
    double longestMillis() {
        return longest.get() / 1e6;
    }

    /** Makes no more calls, and waits for the answers that are due. */
    @Override
    public void close() {
        over = true;
        try {
            sender.join();
            underWay.awaitAdvanceInterruptibly(
                    underWay.arrive(), rate.timeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            for (int lost = underWay.getUnarrivedParties(); lost > 0; lost--) {
                count(Judgement.failed("never answered"));
            }
        }
        threads.shutdown();
    }

    private void send() {
        for (long number = 0; !over; number++) {
            long intended = pace.start(number);
            Pace.await(intended);
            underWay.register();
            try {
                threads.execute(() -> call(intended));
            } catch (RejectedExecutionException e) {
                count(Judgement.failed("not called, since " + MOST + " calls hang"));
                underWay.arriveAndDeregister();
            }
        }
    }

    private void call(long intended) {
        Judgement judgement = judged();
        long nanos = System.nanoTime() - intended;
        longest.accumulate(nanos);
        boolean late = judgement.mark() == Mark.GOOD && rate.exceeds(nanos);
        count(late ? Judgement.failed("no answer within " + rate.timeout().toMillis() + " ms") : judgement);
        underWay.arriveAndDeregister();
    }

    /** Whatever the call throws is its failure; only the words are kept, since an exception keeps its class loader. */
    private Judgement judged() {
        try {
            return errand.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Judgement.failed("interrupted");
        } catch (Exception | LinkageError e) {
            return Judgement.failed(e.toString());
        }
    }

    private void count(Judgement judgement) {
        counts.add(part, judgement.mark());
        if (judgement.bad()) {
            failures.add(part.offering().label() + " " + part.resource(), judgement.reason());
        }
    }
}
