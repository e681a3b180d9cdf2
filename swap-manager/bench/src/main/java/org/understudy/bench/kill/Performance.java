package org.understudy.bench.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.understudy.bench.stage.StageProcess;

/** One process on a home, from its start to its end, watched line by line. */
final class Performance {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(1, work -> {
        Thread thread = new Thread(work, "killer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * When the process is killed from outside.
     *
     * @param operation the time counts from the beginning of the operation of this number, from 1; or, where it is 0,
     *     from the start of the process
     * @param after how long after that
     */
    record Kill(int operation, Duration after) {}

    /**
     * What was seen.
     *
     * @param status what the process ended with
     * @param ready whether it came so far as to say how everything stands
     * @param done whether its scene was played to the end
     * @param underWay what was under way at its end
     * @param bootMillis from the start of the process to the end of the framework's start
     * @param recoverMillis how long the swap-manager took of that
     * @param findings what was wrong
     */
    record Seen(
            int status,
            boolean ready,
            boolean done,
            String underWay,
            OptionalLong bootMillis,
            OptionalLong recoverMillis,
            List<String> findings) {}

    private final Path distribution;
    private final Path home;
    private final Expectation expectation;

    Performance(Path distribution, Path home, Expectation expectation) {
        this.distribution = distribution;
        this.home = home;
        this.expectation = expectation;
    }

    /**
     * Runs one.
     *
     * @param run its number on this home, from 1
     * @param scene what is played
     * @param seed decides what is drawn
     * @param haltAt at which step it halts itself; 0 for none
     * @param armed whether steps count from the beginning
     * @param kill when it is killed from outside; if never, it is when its scene is over
     */
    Seen play(long run, String scene, long seed, long haltAt, boolean armed, Optional<Kill> kill) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx128m",
                "-Dunderstudy.kill.run=" + run,
                "-Dunderstudy.kill.scene=" + scene,
                "-Dunderstudy.kill.seed=" + seed,
                "-Dunderstudy.swap.bakeMillis=600000",
                "-Dunderstudy.swap.badAfter=1000000", // kills are not its fault
                "-Dunderstudy.swap.pauseMillis=0"));
        if (haltAt > 0) {
            options.add("-Dunderstudy.fault.haltAt=" + haltAt);
        }
        if (armed) {
            options.add("-Dunderstudy.fault.armed=true");
        }
        expectation.boots();
        try (StageProcess process = StageProcess.start(distribution, home, Optional.of(Bundles.actor()), options)) {
            return watch(process, kill);
        } finally {
            expectation.ended();
        }
    }

    /** What the processes on the home have logged. */
    Path log() {
        return StageProcess.log(home);
    }

    private Seen watch(StageProcess process, Optional<Kill> kill) throws IOException {
        ScheduledFuture<?> limit = after(PATIENCE, process);
        kill.filter(when -> when.operation() == 0).ifPresent(when -> after(when.after(), process));
        List<String> findings = new ArrayList<>();
        OptionalLong boot = OptionalLong.empty();
        OptionalLong recover = OptionalLong.empty();
        boolean ready = false;
        boolean done = false;
        int operations = 0;
        for (String said = process.nextLine(); said != null; said = process.nextLine()) {
            findings.addAll(expectation.take(said));
            if (said.startsWith("booted ")) {
                boot = number(said);
            } else if (said.startsWith("recovered ")) {
                recover = number(said);
            } else if (said.equals("ready")) {
                ready = true;
            } else if (said.startsWith("begin ")) {
                int begun = ++operations;
                kill.filter(when -> when.operation() == begun).ifPresent(when -> after(when.after(), process));
            } else if (said.equals("done")) {
                done = true;
                process.kill();
            }
        }
        boolean inTime = limit.cancel(false);
        if (!inTime) {
            findings.add("it did not come to an end within " + PATIENCE.toSeconds() + " s, with "
                    + expectation.underWay() + " under way");
        }
        return new Seen(process.status(), ready, done, expectation.underWay(), boot, recover, findings);
    }

    private static ScheduledFuture<?> after(Duration delay, StageProcess process) {
        return CLOCK.schedule(process::kill, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static OptionalLong number(String line) {
        return OptionalLong.of(Long.parseLong(line.substring(line.indexOf(' ') + 1)));
    }
}
