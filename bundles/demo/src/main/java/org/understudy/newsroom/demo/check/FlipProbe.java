package org.understudy.newsroom.demo.check;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.understudy.newsroom.Answer;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;

/**
 * Measures a flip as a caller sees it: from the decision to the first answer of the new version. From just before the
 * decision a thread of its own calls the resource in a loop, and stops with that answer; the rest of the time it does
 * not exist. A flip for which calls are held, because state is handed over, does not count. One conductor arms it before a swap and disarms it afterwards.
 */
public final class FlipProbe implements SwapListener {
    private static final int SPINNING = 20;
    private static final long START_MILLIS = 100;
    private static final long END_MILLIS = 5_000;

    private final Sample micros = new Sample();
    private final Map<Part, Sample> byPart = new EnumMap<>(Part.class);
    private final Failures failures;
    private volatile Target target;
    private volatile Spin spin;
    private volatile long failed;

    private record Target(Part part, Object service) {}

    /** A probe that tells failed calls there. */
    public FlipProbe(Failures failures) {
        this.failures = failures;
        for (Part part : Part.SERVICES) {
            byPart.put(part, new Sample());
        }
    }

    /** Measures the next flip of this part through this service. */
    public void arm(Part part, Object service) {
        target = new Target(part, service);
    }

    /** Measures no more. */
    public void disarm() {
        target = null;
        stop();
    }

    /** What was measured, microseconds. */
    public Sample micros() {
        return micros;
    }

    /** The same for one part. */
    public Sample micros(Part part) {
        return byPart.get(part);
    }

    /** How many of the probe's own calls failed. */
    public long failed() {
        return failed;
    }

    @Override
    public void on(SwapEvent event) {
        Target aim = target;
        if (aim == null || !aim.part.resource().equals(event.resource())) {
            return;
        }
        if (event instanceof SwapEvent.Ready ready) {
            stop();
            spin = new Spin(aim, ready.to());
            spin.begin();
        } else if (event instanceof SwapEvent.Flipped flipped && spin != null) {
            spin.decided(flipped.decidedNanos());
        } else if (event instanceof SwapEvent.Ended ended) {
            if (spin != null && ended.result().timing().gapMillis() > 0) {
                spin.ignore();
            }
            stop();
        }
    }

    private void stop() {
        Spin last = spin;
        spin = null;
        if (last != null) {
            last.end();
        }
    }

    private final class Spin {
        private final Target aim;
        private final String awaited;
        private final CountDownLatch spinning = new CountDownLatch(1);
        private final Thread thread = Threads.daemon("demo-flip-probe", this::loop);
        private volatile boolean over;
        private volatile boolean held;
        private volatile long first;
        private volatile long decided;

        Spin(Target aim, String awaited) {
            this.aim = aim;
            this.awaited = awaited;
        }

        void begin() {
            thread.start();
            try {
                if (!spinning.await(START_MILLIS, TimeUnit.MILLISECONDS)) {
                    failures.add("flip probe", "did not get going within " + START_MILLIS + " ms");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Calls were held: how long is measured where that is. */
        void ignore() {
            held = true;
        }

        void decided(long nanos) {
            decided = nanos;
        }

        void end() {
            try {
                thread.join(decided == 0 ? 1 : END_MILLIS);
                over = true;
                thread.join(END_MILLIS);
            } catch (InterruptedException e) {
                over = true;
                Thread.currentThread().interrupt();
            }
            if (decided != 0 && first != 0 && !held) {
                micros.add((first - decided) / 1e3);
                byPart.get(aim.part).add((first - decided) / 1e3);
            }
        }

        private void loop() {
            for (int calls = 1; !over; calls++) {
                if (awaited.equals(ask())) {
                    first = System.nanoTime();
                    break;
                }
                if (calls == SPINNING) {
                    spinning.countDown();
                }
            }
            spinning.countDown();
        }

        private String ask() {
            try {
                Answer<?> answer = aim.part.ask(aim.service, 0);
                return answer.version();
            } catch (RuntimeException | LinkageError e) {
                failed++;
                failures.add("flip probe, " + aim.part.resource(), e.toString());
                return "";
            }
        }
    }
}
