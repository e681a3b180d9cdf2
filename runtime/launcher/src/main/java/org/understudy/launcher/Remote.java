package org.understudy.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        ProcessHandle process = running(home)
                .flatMap(RunFile::process)
                .orElseThrow(() -> LaunchException.notRunning("not running: home " + home.folder()));
        Duration timeout = command.timeout().orElse(PATIENCE);
        process.destroy();
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return 0;
        } catch (TimeoutException e) {
            throw LaunchException.failed(
                    "process " + process.pid() + " has not ended after " + timeout.toSeconds()
                            + " s; see " + home.log() + ", and end it with 'kill -9 " + process.pid()
                            + "' if nothing moves",
                    e);
        } catch (InterruptedException | ExecutionException e) {
            throw LaunchException.failed("waiting for process " + process.pid() + " failed: " + Reason.of(e), e);
        }
    }

    private static Optional<RunFile> running(Home home) throws LaunchException {
        try {
            return RunFile.read(home.runFile()).filter(run -> run.process().isPresent());
        } catch (IOException e) {
            throw LaunchException.failed(Reason.of(e), e);
        }
    }

    private static Duration uptime(RunFile run) {
        return Duration.between(run.startedAt(), Instant.now());
    }
}
