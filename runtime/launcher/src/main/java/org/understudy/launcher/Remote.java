package org.understudy.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The commands about a run in another process, through what it has left in its home: status and stop. */
final class Remote {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Console console;

    Remote(Console console) {
        this.console = console;
    }

    /** Tells whether a home is running. @return 0 if so, 3 if not */
    int status(Command.Status command) throws LaunchException {
        Optional<RunFile> run = running(new Home(command.home()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("running", run.isPresent());
        answer.put("home", command.home());
        run.ifPresent(it -> {
            answer.put("pid", it.pid());
            answer.put("http.url", it.httpUrl());
            answer.put("uptimeMillis", uptime(it).toMillis());
        });
        if (command.json()) {
            console.out().println(FlatJson.write(answer));
        } else if (run.isPresent()) {
            console.out()
                    .println("running: process " + run.get().pid() + ", "
                            + run.get().httpUrl() + ", up " + uptime(run.get()).toSeconds() + " s, home "
                            + command.home());
        } else {
            console.out().println("not running: home " + command.home());
        }
        return run.isPresent() ? 0 : LaunchException.NOT_RUNNING;
    }

    /** Ends a run and waits until its process has. */
    int stop(Command.Stop command) throws LaunchException {
        Home home = new Home(command.home());
        long pid = running(home)
                .map(RunFile::pid)
                .orElseThrow(() -> LaunchException.notRunning("not running: home " + home.folder()));
        Duration timeout = command.timeout().orElse(PATIENCE);
        long begin = System.nanoTime();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        // The lock goes when the process does. Waiting for the process itself would wait for ever where nobody reaps
        // it.
        while (holds(home, pid)) {
            if (System.nanoTime() - begin > timeout.toNanos()) {
                throw LaunchException.failed("process " + pid + " has not ended after " + timeout.toSeconds()
                        + " s; see " + home.log() + ", and end it with 'kill -9 " + pid + "' if nothing moves");
            }
            pause();
        }
        return 0;
    }

    private static boolean holds(Home home, long pid) throws LaunchException {
        try {
            OptionalLong holder = HomeLock.holder(home);
            return holder.isPresent() && holder.getAsLong() == pid;
        } catch (IOException e) {
            throw LaunchException.failed(Reason.of(e), e);
        }
    }

    private static void pause() throws LaunchException {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            throw LaunchException.failed("interrupted while waiting for the end", e);
        }
    }

    private static Optional<RunFile> running(Home home) throws LaunchException {
        try {
            return RunFile.ofRunning(home);
        } catch (IOException e) {
            throw LaunchException.failed(Reason.of(e), e);
        }
    }

    /** As far as the clock tells: where it was set back since, nothing. */
    private static Duration uptime(RunFile run) {
        Duration told = Duration.between(run.startedAt(), Instant.now());
        return told.isNegative() ? Duration.ZERO : told;
    }
}
