package org.understudy.dispatch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;

/**
 * Hunts, on the real processor with the real compilers, the reorderings against which the cells have their barriers.
 *
 * <p>Each litmus runs for {@code -Dunderstudy.litmus.seconds=N}. The long form, {@code -Dunderstudy.jcstress=N}, runs
 * them under jcstress as well, N seconds in each of its processes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderingStressTest {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("understudy.litmus.seconds", 3));

    /** The two threads must really run at the same time, which a busy machine lets them do only now and then. */
    private static final int ROUNDS = 30;

    @Test
    void a_caller_that_was_admitted_is_seen_by_the_drain() {
        long hidden =
                new Collisions<>(ArrivalLitmus::new, ArrivalLitmus::caller, ArrivalLitmus::swapper).bothBlind(TIME);

        assertEquals(0, hidden);
    }

    @Test
    void what_a_call_did_is_seen_by_whoever_saw_it_leave() {
        long lost = new Collisions<>(DepartureLitmus::new, (litmus, seen) -> litmus.caller(), DepartureLitmus::swapper)
                .bothBlind(TIME);

        assertEquals(0, lost);
    }

    @Test
    void the_harness_finds_the_caller_that_hides_in_a_store_buffer_when_the_barrier_is_left_out() {
        long hidden = 0;
        for (int round = 0; hidden == 0 && round < ROUNDS; round++) {
            hidden = new Collisions<>(
                            ArrivalWithoutBarrierLitmus::new,
                            ArrivalWithoutBarrierLitmus::caller,
                            ArrivalWithoutBarrierLitmus::swapper)
                    .bothBlind(TIME);
        }

        assertTrue(hidden > 0, "not one of the arrivals without a barrier was overlooked");
    }

    @Test
    void a_call_that_backs_off_is_not_taken_for_the_departure_of_the_one_inside() {
        long overlooked =
                new Collisions<>(RetreatLitmus::new, RetreatLitmus::caller, RetreatLitmus::swapper).bothBlind(TIME);

        assertEquals(0, overlooked);
    }

    @Test
    void the_harness_finds_the_call_inside_that_is_overlooked_when_arrivals_are_read_first() {
        long overlooked = 0;
        for (int round = 0; overlooked == 0 && round < ROUNDS; round++) {
            overlooked = new Collisions<>(
                            RetreatWithArrivalsFirstLitmus::new,
                            RetreatWithArrivalsFirstLitmus::caller,
                            RetreatWithArrivalsFirstLitmus::swapper)
                    .bothBlind(TIME);
        }

        assertTrue(overlooked > 0, "the one inside was always seen");
    }

    @Test
    @EnabledIfSystemProperty(named = "understudy.jcstress", matches = "\\d+")
    void jcstress_finds_the_missing_barrier_and_the_wrong_order_and_nothing_else(@TempDir Path folder)
            throws Exception {
        Options options = new Options(new String[] {
            "-t", "org.understudy.dispatch.*Litmus",
            "-r", folder.resolve("report") + "/",
            "-jvmArgs", "-Xmx256m",
            "-sc", "false",
            "-f", "1",
            "-iters", System.getProperty("understudy.jcstress"),
            "-time", "1000"
        });
        assertTrue(options.parse(), "jcstress does not take these options");

        AssertionError found = assertThrows(AssertionError.class, () -> new JCStress(options).run());

        assertAll(
                () -> assertTrue(found.getMessage().contains(ArrivalWithoutBarrierLitmus.class.getName())),
                () -> assertTrue(found.getMessage().contains(RetreatWithArrivalsFirstLitmus.class.getName())),
                () -> assertFalse(found.getMessage().contains(ArrivalLitmus.class.getName())),
                () -> assertFalse(found.getMessage().contains(RetreatLitmus.class.getName())),
                () -> assertFalse(found.getMessage().contains(DepartureLitmus.class.getName())));
    }
}
