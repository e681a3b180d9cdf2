package org.understudy.swap.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * What a started version has to stand before it may come on stage: its own health checks, each asked with a deadline on a
 * thread that can be left behind.
 */
final class Audition {
    private static final long AGAIN_NANOS = 20_000_000;

    private final Backstage backstage;

    Audition(Backstage backstage) {
        this.backstage = backstage;
    }

    /**
     * Asks all of them, one after the other; those that are not ready yet again and again until the start deadline.
     *
     * @return what is worth saying of a version that may come on; empty where all is well
     * @throws Refusal with the check's name and what it says, if one finds it unfit, throws or hangs
     */
    String hold(Entrance entrance) throws Refusal {
        ManagedResource.Started started =
                entrance.resource().started(entrance.standby().side()).orElseThrow();
        Duration deadline = backstage.settings().startDeadline();
        long endNanos = backstage.clock().getAsLong() + deadline.toNanos();
        List<String> remarks = new ArrayList<>();
        for (HealthProbe probe : started.offer().instruments().probes()) {
            HealthProbe.Finding finding = ask(started, probe, deadline);
            while (finding.level() == HealthProbe.Level.NOT_YET
                    && backstage.clock().getAsLong() - endNanos < 0) {
                LockSupport.parkNanos(AGAIN_NANOS);
                finding = ask(started, probe, deadline);
            }
            if (finding.level() == HealthProbe.Level.UNFIT) {
                throw new Refusal(probe.says(finding));
            }
            if (finding.level() != HealthProbe.Level.FIT) {
                remarks.add(probe.says(finding));
            }
        }
        return String.join("; ", remarks);
    }

    private HealthProbe.Finding ask(ManagedResource.Started started, HealthProbe probe, Duration deadline)
            throws Refusal {
        Callable<HealthProbe.Finding> check = () -> {
            try {
                return probe.check().call();
            } catch (Exception | LinkageError e) {
                throw new Refusal(probe.fails(e), e);
            }
        };
        return backstage
                .host()
                .within(
                        "the health check " + probe.name() + " of "
                                + started.artifact().label(),
                        deadline,
                        "it does not come on stage",
                        check);
    }
}
