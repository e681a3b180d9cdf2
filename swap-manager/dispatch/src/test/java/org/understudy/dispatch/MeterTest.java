package org.understudy.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeterTest {
    private static final int OWN = 3;
    private static final int SHARED = Tickets.OWN + 1;
    private static final long SECOND = 1_000_000_000;

    private final Generation generation = new Generation("theme 1.0.0", "service");
    private final Meter meter = generation.meter();
    private final long[] drained = new long[Meter.CAPACITY];

    /** A call as a handle makes it. */
    private void call(int ticket) {
        generation.arrive(ticket);
        generation.leave(ticket, generation.begin(ticket));
    }

    private void fail(Throwable failure) {
        generation.arrive(OWN);
        generation.fail(OWN, generation.begin(OWN), failure);
    }

    /** Fails if the arrivals or departures of a shared cell, or failures, are counted by plain additions. */
    @Test
    void calls_and_failures_are_counted_exactly_however_many_threads_there_are() {
        int threads = 8;
        int calls = 300_000;
        IllegalStateException planned = new IllegalStateException("planned");
        Runnable caller = () -> {
            for (int call = 0; call < calls; call++) {
                int ticket = call % 2 == 0 ? Tickets.take() : SHARED;
                generation.arrive(ticket);
                long mark = generation.begin(ticket);
                if (call % 10 == 0) {
                    generation.fail(ticket, mark, planned);
                } else {
                    generation.leave(ticket, mark);
                }
            }
        };
        Runnable[] others = new Runnable[threads - 1];
        Arrays.fill(others, caller);

        new Cast(others).enact(caller);

        assertEquals(
                new Reading(
                        (long) threads * calls,
                        Map.of("java.lang.IllegalStateException", (long) threads * calls / 10),
                        0,
                        0),
                meter.read());
    }

    /** Fails if backing off is leaving. */
    @ParameterizedTest
    @ValueSource(ints = {OWN, SHARED})
    void who_backs_off_has_not_called(int ticket) {
        call(ticket);
        generation.arrive(ticket);
        generation.retreat(ticket);

        assertEquals(new Reading(1, Map.of(), 0, 0), meter.read());
    }

    /** Fails if every n-th call is timed: a service that is called in turn with another would never or always be. */
    @ParameterizedTest
    @CsvSource({"2,2", "2,3", "4,2", "4,8", "7,7", "10,5", "16,16", "50,10", "100,3", "500,4"})
    void which_calls_are_timed_has_nothing_to_do_with_their_rhythm(int oneIn, int beats) {
        int calls = 400_000;
        long[] timed = new long[beats];
        for (int call = 0; call < calls; call++) {
            if (call % 400 == 0) {
                meter.drain(drained);
                meter.timeOneIn(oneIn);
            }
            generation.arrive(OWN);
            long mark = generation.begin(OWN);
            timed[call % beats] += mark == 0 ? 0 : 1;
            generation.leave(OWN, mark);
        }

        double fair = (double) calls / oneIn / beats;
        assertAll(LongStream.of(timed).mapToObj(count -> () -> assertEquals(fair, count, fair / 10)));
    }

    @ParameterizedTest
    @ValueSource(ints = {OWN, SHARED})
    void each_timed_call_gives_one_latency(int ticket) {
        call(ticket);
        call(ticket);
        call(ticket);

        int count = meter.drain(drained);

        assertEquals(3, count);
        assertTrue(IntStream.range(0, count).allMatch(i -> drained[i] >= 0 && drained[i] < 60 * SECOND));
        assertEquals(0, meter.drain(drained));
    }

    /** A version that fails quickly is not to look fast. */
    @ParameterizedTest
    @ValueSource(ints = {OWN, SHARED})
    void how_long_a_failed_call_took_is_not_told(int ticket) {
        generation.arrive(ticket);
        generation.fail(ticket, generation.begin(ticket), new IOException("planned"));

        assertEquals(0, meter.drain(drained));
        assertEquals(new Reading(1, Map.of("java.io.IOException", 1L), 0, 0), meter.read());
    }

    @Test
    void what_does_not_fit_is_left_for_the_next_time() {
        call(OWN);
        call(OWN);
        call(OWN);

        assertEquals(2, meter.drain(new long[2]));
        assertEquals(1, meter.drain(new long[2]));
    }

    /** Fails without the meter's patience: a burst would be timed in full until the next tick. */
    @Test
    void where_nobody_drains_ever_fewer_calls_are_timed() {
        int timed = 0;
        for (int call = 0; call < 1_000_000; call++) {
            generation.arrive(OWN);
            long mark = generation.begin(OWN);
            timed += mark == 0 ? 0 : 1;
            generation.leave(OWN, mark);
        }

        assertTrue(timed < 20 * Meter.PATIENCE, timed + " were timed");
        assertTrue(meter.drain(drained) > 0);
    }

    @Test
    void one_call_in_none_is_refused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> meter.timeOneIn(0));

        assertEquals("one call in 0 cannot be timed: at least 1", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {OWN, SHARED})
    void the_oldest_call_is_known_by_the_coarse_clock(int ticket) {
        CoarseClock.advanceTo(100 * SECOND);
        generation.arrive(ticket);
        long mark = generation.begin(ticket);
        CoarseClock.advanceTo(107 * SECOND);

        long inside = meter.read().oldestNanos();
        generation.leave(ticket, mark);

        assertEquals(7.0 * SECOND, inside, 1);
        assertEquals(0, meter.read().oldestNanos());
    }

    /** Fails if an arrival stamps its cell only after it was counted, or not at all. */
    @ParameterizedTest
    @ValueSource(ints = {OWN, SHARED})
    void a_call_is_not_as_old_as_the_one_before_it(int ticket) {
        CoarseClock.advanceTo(100 * SECOND);
        call(ticket);
        CoarseClock.advanceTo(900 * SECOND);
        generation.arrive(ticket);
        generation.begin(ticket);
        CoarseClock.advanceTo(901 * SECOND);

        assertEquals(1.0 * SECOND, meter.read().oldestNanos(), 1);
    }

    /** Fails if a call takes the stamp that another one has. */
    @Test
    void a_call_that_hangs_is_seen_among_others_that_come_and_go_in_its_cell() {
        CoarseClock.advanceTo(100 * SECOND);
        generation.arrive(SHARED);
        generation.begin(SHARED);
        for (int second = 101; second <= 130; second++) {
            CoarseClock.advanceTo(second * SECOND);
            generation.arrive(SHARED);
            long mark = generation.begin(SHARED);
            call(SHARED);
            generation.leave(SHARED, mark);
        }

        assertEquals(30.0 * SECOND, meter.read().oldestNanos(), 1);
        assertEquals(1, meter.read().inside());
    }

    @Test
    void calls_without_a_free_stamp_are_counted_and_leave() {
        int many = 3 * Cells.STAMPS;
        long[] marks = new long[many];
        for (int call = 0; call < many; call++) {
            generation.arrive(SHARED);
            marks[call] = generation.begin(SHARED);
        }
        long inside = meter.read().inside();
        LongStream.of(marks).forEach(mark -> generation.leave(SHARED, mark));

        assertEquals(many, inside);
        assertEquals(new Reading(many, Map.of(), 0, 0), meter.read());
    }

    @Test
    void a_nested_call_is_as_old_as_the_one_around_it() {
        CoarseClock.advanceTo(100 * SECOND);
        generation.arrive(OWN);
        CoarseClock.advanceTo(110 * SECOND);
        call(OWN);

        assertEquals(10 * SECOND, meter.read().oldestNanos());
    }

    @Test
    void errors_after_which_nobody_can_rely_on_a_version_are_told() {
        fail(new IOException("planned"));
        Optional<String> before = meter.fatal();
        fail(new NoClassDefFoundError("planned"));

        assertEquals(Optional.empty(), before);
        assertEquals(Optional.of("java.lang.NoClassDefFoundError"), meter.fatal());
        assertEquals(2, meter.read().failed());
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, InternalError.class})
    void errors_of_the_machine_are_fatal(Class<? extends Error> type) throws Exception {
        fail(type.getConstructor().newInstance());

        assertEquals(Optional.of(type.getName()), meter.fatal());
    }

    /** Fails if the failures of the started version are told as they are: a rollback to it would be taken back at once. */
    @Test
    void a_generation_is_not_blamed_for_what_came_before_it() {
        fail(new StackOverflowError());
        Generation again = new Generation("theme 1.0.0", generation.outstanding(), new Object[] {"service"});
        Meter fresh = again.meter();
        again.arrive(OWN);
        again.fail(OWN, again.begin(OWN), new IOException("planned"));

        assertEquals(Optional.empty(), fresh.fatal());
        assertEquals(new Reading(1, Map.of("java.io.IOException", 1L), 0, 0), fresh.read());
    }

    @Test
    void types_are_told_apart_up_to_a_bound() {
        Failures failures = generation.outstanding().failures();
        IntStream.range(0, 1_000).forEach(status -> failures.add("HTTP " + status));
        failures.add("HTTP 0");

        Map<String, Long> counts = meter.read().failures();

        assertEquals(1_001, meter.read().failed());
        assertEquals(Failures.TYPES + 1, counts.size());
        assertEquals(2, counts.get("HTTP 0"));
        assertEquals(1_000 - Failures.TYPES, counts.get(Failures.OTHERS));
    }

    @Test
    void a_stage_that_fails_is_a_failure_and_one_that_is_cancelled_is_none() {
        CompletableFuture<String> late = new CompletableFuture<>();
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        generation.outstanding().until(late);
        generation.outstanding().until(late.thenApply(String::length)); // wraps the failure
        generation.outstanding().until(cancelled);
        generation.outstanding().until(CompletableFuture.failedFuture(new IOException("planned")));

        late.completeExceptionally(new IOException("planned"));
        cancelled.cancel(false);

        assertEquals(Map.of("java.io.IOException", 3L), meter.read().failures());
        assertEquals(0, meter.read().inside());
    }

    /** Fails with any object on the way that the compiler cannot do away with, timed calls included. */
    @ParameterizedTest
    @ValueSource(ints = {OWN, SHARED})
    void a_call_allocates_nothing(int ticket) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long me = Thread.currentThread().getId();
        for (int call = 0; call < 50_000; call++) {
            call(ticket);
        }
        threads.getThreadAllocatedBytes(me);

        long before = threads.getThreadAllocatedBytes(me);
        for (int call = 0; call < 100_000; call++) {
            if (call % 100 == 0) {
                meter.timeOneIn(1);
                meter.drain(drained);
            }
            call(ticket);
        }
        long allocated = threads.getThreadAllocatedBytes(me) - before;

        assertTrue(allocated < 10_000, allocated + " bytes for 100,000 calls");
    }

    /** Fails if the meter keeps its generation, a failure or its class. */
    @Test
    void a_meter_keeps_nothing_of_its_generation_alive() {
        Object service = new Object();
        Generation gone = new Generation("theme 0.9.0", service);
        Meter kept = gone.meter();
        gone.arrive(OWN);
        Throwable failure = new IllegalStateException("planned");
        gone.fail(OWN, gone.begin(OWN), failure);
        WeakReference<Object> watched = new WeakReference<>(service);
        WeakReference<Throwable> watchedFailure = new WeakReference<>(failure);
        service = null;
        failure = null;
        gone = null;

        await().until(() -> {
            System.gc();
            return watched.refersTo(null) && watchedFailure.refersTo(null);
        });
        assertEquals(1, kept.read().failed());
    }
}
