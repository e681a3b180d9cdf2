package org.understudy.swap.engine;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.dispatch.SafeCalls;

/**
 * The repeating of safe calls in a version that is about to come on stage, with the arguments of real ones: then its code
 * is loaded and compiled before its first caller comes. What comes of them is thrown away; a version is not refused for it.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int MOST = 5_000;
    private static final Duration LAST_CALL = Duration.ofSeconds(1);

    private final Backstage backstage;

    WarmUp(Backstage backstage) {
        this.backstage = backstage;
    }

    /** Repeats what the handles of the resource remember, for as long as is set; not while its calls are held. */
    void perform(Entrance entrance) {
        Duration longest = backstage.settings().warmUp();
        List<Call> calls = entrance.resource().routing().safeCalls().stream()
                .flatMap(method -> method.kept().stream().map(arguments -> new Call(method, arguments)))
                .toList();
        if (calls.isEmpty() || longest.isZero() || entrance.pause().isPresent()) {
            return;
        }
        String label = entrance.standby().artifact().label();
        Generation generation = entrance.standby().generation();
        try {
            Tally tally = backstage
                    .host()
                    .within(
                            "the warm-up of " + label,
                            longest.plus(LAST_CALL),
                            "it comes on stage as it is",
                            () -> repeat(calls, generation, longest.toNanos()));
            LOG.info(
                    "{} was warmed up by {} calls in {} ms, {} of which failed{}",
                    label,
                    tally.done(),
                    tally.millis(),
                    tally.failed(),
                    tally.failed() == 0 ? "" : ", the first with " + tally.first());
        } catch (Refusal e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    /** One call that is remembered. */
    private record Call(SafeCalls method, Object[] arguments) {}

    private record Tally(int done, int failed, String first, long millis) {}

    private Tally repeat(List<Call> calls, Generation generation, long nanos) {
        long began = backstage.clock().getAsLong();
        int done = 0;
        int failed = 0;
        String first = "";
        while (done < MOST && backstage.clock().getAsLong() - began < nanos) {
            Call call = calls.get(done % calls.size());
            done++;
            try {
                call.method().repeat(generation, call.arguments());
            } catch (InvocationTargetException e) {
                failed++;
                first = first.isEmpty() ? Reasons.of(e.getCause()) : first;
                if (e.getCause() instanceof VirtualMachineError) {
                    break; // more of it would hurt others
                }
            } catch (IllegalAccessException | ResourceUnavailableException e) {
                failed++;
                first = first.isEmpty() ? Reasons.of(e) : first;
            }
        }
        return new Tally(done, failed, first, (backstage.clock().getAsLong() - began) / 1_000_000);
    }
}
