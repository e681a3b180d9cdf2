package org.understudy.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import org.understudy.attach.Endpoint;

/**
 * One run of the runtime: from the lock on the home, through a framework in which everything is active, to the end.
 * Whatever ends it (the command, a signal, the framework itself), {@link #end} gives everything back once, in the order
 * framework, run file, socket, home. The lock goes with the process itself: only then may the next one begin.
 */
final class Session {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final RunPlan plan;
    /** Kept reachable: a channel that is garbage is closed, and its lock gone. */
    private final HomeLock lock;

    private final Settings settings;
    private final Port port;
    private final Duration patience;
    private final Log log;
    private Platform platform;
    private boolean ended;

    private Session(RunPlan plan, HomeLock lock, Settings settings) throws LaunchException {
        this.plan = plan;
        this.lock = lock;
        this.settings = settings;
        this.patience = plan.timeout().isPresent() ? plan.timeout().get() : settings.bootTimeout();
        this.port = Port.claim(plan.port().orElse(settings.port()));
        this.log = Log.open(plan.home(), settings);
    }

    /** Starts everything; when that fails, nothing of it is left. */
    static Session start(RunPlan plan, Distribution distribution) throws LaunchException {
        long begin = System.nanoTime();
        Home home = plan.home();
        home.create();
        HomeLock lock = HomeLock.acquire(home);
        Session session;
        try {
            home.populate(distribution.conf());
            session = new Session(plan, lock, Settings.load(home));
        } catch (LaunchException e) {
            giveBack(lock, plan, e);
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> session.end(143), "understudy-shutdown"));
        try {
            session.boot(distribution, begin);
            return session;
        } catch (LaunchException e) {
            session.log.error("the start failed", e);
            session.end(LaunchException.FAILED);
            throw e;
        }
    }

    Port port() {
        return port;
    }

    /** Waits until the framework has stopped. */
    void await() throws LaunchException {
        try {
            platform.stopped().get();
        } catch (InterruptedException | ExecutionException e) {
            throw LaunchException.failed("the framework ended badly: " + Reason.of(e), e);
        }
    }

    /**
     * Lets a service of the shell work on a stream until it is done, or the framework is stopped under it.
     *
     * @return its exit status
     */
    int perform(String role, InputStream in) throws LaunchException {
        @SuppressWarnings("unchecked")
        ToIntFunction<InputStream> service = platform.service(ToIntFunction.class, role, patience);
        CompletableFuture<Integer> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        done.complete(service.applyAsInt(in));
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                },
                "understudy-" + role);
        thread.setDaemon(true);
        thread.start();
        try {
            CompletableFuture.anyOf(done, platform.stopped()).get();
            return done.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stoppedFromInside) {
            log.info("the framework was stopped while the " + role + " was at work");
            return 0;
        } catch (InterruptedException | ExecutionException e) {
            log.error("the " + role + " failed", e);
            throw LaunchException.failed("the " + role + " failed: " + Reason.of(e) + "; see the log", e);
        }
    }

    /**
     * Ends the run. Callers after the first wait until it has ended. Where the framework does not stop in time, the
     * process is halted with the given status.
     */
    synchronized void end(int status) {
        if (ended) {
            return;
        }
        ended = true;
        boolean stopped = platform == null || platform.stop(stopTimeout());
        try {
            Files.deleteIfExists(plan.home().runFile());
            Endpoint.of(plan.home().folder()).release();
            if (plan.temporary()) {
                plan.home().delete();
            }
        } catch (IOException e) {
            log.error("not everything could be given back", e);
        }
        if (!stopped) {
            log.error("the framework did not stop in time: the process is halted", null);
            Runtime.getRuntime().halt(status);
        }
        log.info("ended");
    }

    private void boot(Distribution distribution, long begin) throws LaunchException {
        Home home = plan.home();
        log.info("starting in " + home.folder() + ", process "
                + ProcessHandle.current().pid() + ", Java " + Runtime.version());
        try {
            Files.deleteIfExists(home.runFile());
            Home.copyAll(distribution.predictorVersions(), home.versions());
            if (plan.newsroom()) {
                Home.copyAll(distribution.newsroomVersions(), home.versions());
            }
        } catch (IOException e) {
            throw LaunchException.failed("the home " + home.folder() + " cannot be prepared: " + Reason.of(e), e);
        }
        List<PlatformBundle> bundles = plan.bundles(distribution);
        Inventory inventory = new Inventory(home.state().resolve("platform.properties"), bundles);
        platform = Platform.prepare(plan.properties(distribution, settings, port), inventory);
        platform.boot(patience);
        awaitHttp(begin);
        try {
            new RunFile(ProcessHandle.current().pid(), port.url(), Instant.now()).write(home.runFile());
        } catch (IOException e) {
            throw LaunchException.failed(home.runFile() + " cannot be written: " + Reason.of(e) + "; make room", e);
        }
        log.info(bundles.size() + " bundles active after "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms, " + port.url());
    }

    /** The web server comes up on a thread of its own, and only logs when it cannot have its port. */
    private void awaitHttp(long begin) throws LaunchException {
        while (!port.answers()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw LaunchException.failed("nothing listens on " + port.url() + "; see the log");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                throw LaunchException.failed("interrupted during the start", e);
            }
        }
    }

    private Duration stopTimeout() {
        try {
            return settings.stopTimeout();
        } catch (LaunchException e) {
            throw new IllegalStateException("checked when it was read", e);
        }
    }

    private static void giveBack(HomeLock lock, RunPlan plan, LaunchException failure) {
        try {
            lock.close();
            if (plan.temporary()) {
                plan.home().delete();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
