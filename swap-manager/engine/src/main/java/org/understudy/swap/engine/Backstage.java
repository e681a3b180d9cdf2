package org.understudy.swap.engine;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.understudy.dispatch.Configurations;
import org.understudy.swap.SwapEvent;

/**
 * What every operation works with.
 *
 * @param host the framework
 * @param slots what can be done to a slot that is not on stage
 * @param escapes what has got out of the resources
 * @param configurations where the resources lead together
 * @param ledger the state on disk
 * @param store the artifacts
 * @param settings what an admin has set
 * @param clock nanoseconds, like {@link System#nanoTime}
 * @param time what the host's clock says, for people; it may jump
 * @param events who is told; must not throw
 * @param housekeeper runs what nobody waits for
 */
record Backstage(
        Host host,
        Slots slots,
        Escapes escapes,
        Configurations configurations,
        Ledger ledger,
        ArtifactStore store,
        SwapSettings settings,
        LongSupplier clock,
        InstantSource time,
        Consumer<SwapEvent> events,
        ScheduledExecutorService housekeeper) {}
