package org.understudy.swap.monitor;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Tickets;
import org.understudy.monitor.GenerationFigures;
import org.understudy.monitor.LatencySummary;
import org.understudy.monitor.ProcessSample;

class MonitorTest {
    private final Scene scene = new Scene();
    private final List<Span> spans = new ArrayList<>();

    @AfterEach
    void close() {
        scene.close();
    }

    private Watch watch(Generation generation, String version) {
        Watch watch = scene.monitor.watch(Scene.source(generation, version));
        watch.listen(spans::add);
        return watch;
    }

    @Test
    void aSpanTellsWhatHappenedSinceTheOneBefore() {
        watch(scene.show("1.0.0"), "1.0.0");
        scene.call(3);
        scene.fail(new IOException("planned"));
        scene.tick();
        scene.call(2);
        scene.tick();

        Span first = spans.get(0);
        Span second = spans.get(1);
        assertAll(
                () -> assertEquals(4, first.calls()),
                () -> assertEquals(Map.of("java.io.IOException", 1L), first.failures()),
                () -> assertEquals(3, first.latencies().length),
                () -> assertEquals(Scene.TICK, first.endedNanos() - first.beganNanos()),
                () -> assertEquals(scene.process, first.process()),
                () -> assertEquals(2, second.calls()),
                () -> assertEquals(Map.of(), second.failures()),
                () -> assertEquals(2, second.latencies().length),
                () -> assertEquals(first.endedNanos(), second.beganNanos()));
    }

    /** Fails if calls and failures are told as they are read: a span with a failure and no call makes no sense to anybody. */
    @Test
    void aSpanHasNoMoreFailuresThanCallsAndTheSumIsRight() {
        Generation generation = scene.show("1.0.0");
        watch(generation, "1.0.0");
        scene.call(3);
        scene.tick();
        generation.outstanding().failures().add("HTTP 503");
        generation.outstanding().failures().add("HTTP 503");
        scene.tick();
        scene.call(1);
        scene.tick();
        scene.call(4);
        scene.tick();

        assertEquals(
                List.of("3 0", "2 2", "0 0", "3 0"),
                spans.stream()
                        .map(span -> span.calls() + " " + span.failures().getOrDefault("HTTP 503", 0L))
                        .toList());
    }

    @Test
    void theFiguresAddUpSinceTheVersionCame() {
        scene.show("1.0.0");
        scene.tick();
        scene.call(100);
        scene.tick();
        scene.fail(new StackOverflowError());
        scene.tick();

        GenerationFigures figures = scene.monitor.generations().get(0);
        assertAll(
                () -> assertEquals("theme", figures.resource()),
                () -> assertEquals("1.0.0", figures.version()),
                () -> assertTrue(figures.onStage()),
                () -> assertEquals(101, figures.calls()),
                () -> assertEquals(101 / 0.5, figures.callsPerSecond(), 1),
                () -> assertEquals(Map.of("java.lang.StackOverflowError", 1L), figures.failures()),
                () -> assertEquals(Optional.of("java.lang.StackOverflowError"), figures.fatal()),
                () -> assertEquals(100, figures.latency().timed()),
                () -> assertTrue(figures.latency().p50() <= figures.latency().p99()));
    }

    @Test
    void whereNothingWasTimedNothingIsSaidOfLatencies() {
        scene.show("1.0.0");
        scene.tick();

        assertEquals(LatencySummary.NONE, scene.monitor.generations().get(0).latency());
    }

    /** Fails if the share stays as it was: a fast service would pay for two clock readings a call. */
    @Test
    void atHighRatesFewCallsAreTimedAndAtLowOnesAllAgain() {
        watch(scene.show("1.0.0"), "1.0.0");
        scene.call(100_000); // in a quarter of a second
        scene.tick();
        scene.call(100_000);
        scene.tick();
        int busy = spans.get(1).latencies().length;
        scene.call(50);
        scene.tick();
        scene.call(50);
        scene.tick();

        assertEquals(62, busy, 15);
        assertEquals(50, spans.get(3).latencies().length);
    }

    /** Fails if a watch ends with the flip: the last calls would be nobody's. */
    @Test
    void aVersionThatIsBeingLeftIsWatchedUntilItsLastCallHasLeft() {
        Generation old = scene.show("1.0.0");
        watch(old, "1.0.0");
        scene.tick();
        int ticket = Tickets.take();
        Generation entered = scene.pointer.enter(ticket);
        long mark = entered.begin(ticket);
        scene.show("1.1.0");
        scene.tick();
        List<GenerationFigures> both = scene.monitor.generations();
        entered.leave(ticket, mark);
        scene.tick();
        scene.tick();

        assertEquals(
                List.of("1.0.0 false 1", "1.1.0 true 0"),
                both.stream()
                        .map(each -> each.version() + " " + each.onStage() + " " + each.inside())
                        .toList());
        assertEquals(List.of("1.1.0"), versions());
        assertEquals(1, spans.stream().mapToLong(Span::calls).sum());
        assertEquals(3, spans.size());
    }

    @Test
    void whoWatchesBeforeTheFlipSeesTheFirstCall() {
        Generation next = new Generation("theme 1.1.0", "service");
        watch(next, "1.1.0");
        scene.tick();
        scene.pointer.publish(next);
        scene.stage.add(Scene.source(next, "1.1.0"));
        scene.call(1);
        scene.tick();

        assertEquals(1, spans.get(1).calls());
        assertSame(scene.monitor.watch(Scene.source(next, "1.1.0")), scene.monitor.watch(Scene.source(next, "1.1.0")));
    }

    /** Fails if only a tick can see that a version is on stage: its watch would never end. */
    @Test
    void aVersionThatComesAndGoesBetweenTwoTicksIsNotWatchedForEver() {
        Generation brief = scene.show("1.1.0");
        watch(brief, "1.1.0");
        scene.monitor.enters(Scene.source(brief, "1.1.0"));
        scene.call(1);
        scene.show("1.0.0");
        scene.tick();
        scene.tick();

        assertEquals(List.of("1.0.0"), versions());
        assertEquals(1, spans.stream().mapToLong(Span::calls).sum());
    }

    @Test
    void aClosedWatchIsToldNothingMore() {
        Watch watch = watch(scene.show("1.0.0"), "1.0.0");
        scene.tick();
        scene.stage.clear();
        watch.close();
        scene.tick();

        assertEquals(1, spans.size());
        assertEquals(List.of(), scene.monitor.generations());
    }

    @Test
    void aListenerThatFailsHindersNobody() throws Exception {
        Watch watch = scene.monitor.watch(Scene.source(scene.show("1.0.0"), "1.0.0"));
        AutoCloseable bad = watch.listen(span -> {
            throw new IllegalStateException("planned");
        });
        watch.listen(spans::add);
        scene.tick();
        bad.close();
        scene.tick();

        assertEquals(2, spans.size());
    }

    /** Fails if the coarse clock is not advanced by the tick. */
    @Test
    void theOldestCallIsToldWhileItIsInside() {
        watch(scene.show("1.0.0"), "1.0.0");
        int ticket = Tickets.take();
        scene.tick();
        Generation generation = scene.pointer.enter(ticket);
        long mark = generation.begin(ticket);
        await().until(() -> {
            scene.tick();
            return spans.get(spans.size() - 1).oldestNanos() > 0;
        });
        generation.leave(ticket, mark);
        scene.tick();

        assertEquals(0, spans.get(spans.size() - 1).oldestNanos());
    }

    @Test
    void itTicksByItselfAndEndsWithItsThread() {
        Generation generation = scene.show("1.0.0");
        watch(generation, "1.0.0");
        scene.monitor.start(Duration.ofMillis(1));
        scene.call(5);

        await().until(() -> scene.monitor.process() == scene.process
                && scene.monitor.generations().get(0).calls() == 5);
        scene.monitor.close();

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("understudy: monitor")));
        assertTrue(scene.closed);
    }

    @Test
    void beforeTheFirstTickNothingIsKnown() {
        assertSame(ProcessSample.UNKNOWN, scene.monitor.process());
        assertEquals(List.of(), scene.monitor.generations());
    }

    /** Fails if a watch, a figure or the monitor keeps a generation that is gone. */
    @Test
    void nothingIsKeptOfAVersionThatIsGone() {
        WeakReference<Object> meter = new WeakReference<>(watchedAndLeft());

        await().until(() -> {
            System.gc();
            return meter.refersTo(null);
        });
        assertFalse(versions().contains("0.9.0"));
    }

    private Object watchedAndLeft() {
        Generation gone = scene.show("0.9.0");
        scene.call(10);
        scene.tick();
        scene.show("1.0.0");
        scene.tick();
        scene.tick();
        return gone.meter();
    }

    private List<String> versions() {
        return scene.monitor.generations().stream()
                .map(GenerationFigures::version)
                .toList();
    }
}
