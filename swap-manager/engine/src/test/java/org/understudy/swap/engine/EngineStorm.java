package org.understudy.swap.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapRequest;

/**
 * The whole engine under stress: callers whose calls go through three resources, one inside the other, while others swap,
 * roll back, swap groups and commit, and services ask for a swap of their own resource. Finds what must not happen.
 */
final class EngineStorm implements AutoCloseable {
    private static final List<String> RESOURCES = List.of("entrance", "hall", "vault");
    private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0", "1.3.0");
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final int ONE_IN = 500;

    /** How a caller enters; the wrong ones are for showing that they are found out. */
    enum Calling {
        AS_A_HANDLE_DOES,
        /** Goes by where the pointer led a moment ago, uncounted. */
        WITHOUT_ENTERING,
        /** Is counted no more by the time it is inside. */
        LEAVING_TOO_EARLY
    }

    private final Theatre theatre;
    private final Calling calling;
    private final Map<String, Path> files = new HashMap<>();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService own = Executors.newSingleThreadExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicInteger flips = new AtomicInteger();
    private final AtomicInteger ownSwaps = new AtomicInteger();

    EngineStorm(Path home, Calling calling) throws Exception {
        this.calling = calling;
        SwapSettings quick = Theatre.QUICK;
        this.theatre = new Theatre(
                home,
                new FakeHost(),
                Map.of(),
                new SwapSettings(
                        Duration.ofSeconds(20),
                        quick.stopDeadline(),
                        DRAIN,
                        Duration.ofMillis(5),
                        quick.holdDeadline(),
                        quick.pause(),
                        CommitPolicy.DEFAULTS.baking(Duration.ofMillis(10)),
                        quick.judge()));
        for (String resource : RESOURCES) {
            for (String version : VERSIONS) {
                String label = resource + " " + version;
                files.put(label, theatre.version(resource, version, Criticality.VOLATILE, ""));
                FakeHost.Script script = theatre.host.scripts.get(label);
                FakeHost.Fresh fresh = () -> new Room(label);
                theatre.host.scripts.put(label, new FakeHost.Script(script.shapes(), fresh));
            }
            theatre.engine.swap(resource, candidate(resource, VERSIONS.get(0)));
        }
    }

    /** The service of a started version: knows who is inside, and that nobody may be once it is stopped. */
    private final class Room implements Supplier<String>, Runnable {
        private final String label;
        private final AtomicInteger inside = new AtomicInteger();
        private volatile boolean stopped;

        Room(String label) {
            this.label = label;
        }

        @Override
        public String get() {
            inside.incrementAndGet();
            try {
                if (stopped) {
                    findings.add("a call met " + label + " after it was stopped");
                }
                String resource = label.substring(0, label.indexOf(' '));
                if (calls.incrementAndGet() % ONE_IN == 0) {
                    swapOneself(resource);
                }
                int next = RESOURCES.indexOf(resource) + 1;
                return next == RESOURCES.size() ? label : label + ", " + call(RESOURCES.get(next));
            } finally {
                inside.decrementAndGet();
            }
        }

        /** It is stopped. */
        @Override
        public void run() {
            stopped = true;
            if (inside.get() > 0) {
                findings.add(label + " was stopped with " + inside.get() + " calls inside");
            }
        }
    }

    private Candidate candidate(String resource, String version) {
        return Candidate.file(files.get(resource + " " + version))
                .allowingLower()
                .allowingBad();
    }

    /** From inside a call; whoever waited for it there would wait for himself. */
    private void swapOneself(String resource) {
        String version = VERSIONS.get((int) (calls.get() / ONE_IN % VERSIONS.size()));
        try {
            own.execute(() -> {
                if (!over.get()
                        && theatre.engine
                                .swap(resource, candidate(resource, version))
                                .flipped()) {
                    ownSwaps.incrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            findings.add("a call came after the end of all calls");
        }
    }

    private String call(String resource) {
        return switch (calling) {
            case AS_A_HANDLE_DOES -> theatre.call(resource);
            case WITHOUT_ENTERING -> theatre.callUncounted(resource, EngineStorm::dawdle);
            case LEAVING_TOO_EARLY -> theatre.callAfterLeaving(resource, EngineStorm::dawdle);
        };
    }

    private static void dawdle() {
        LockSupport.parkNanos(3_000_000);
    }

    /** Has it storm until there have been so many flips, or something was found; returns what was. */
    List<String> storm(int callers, int enough, Duration patience) throws InterruptedException {
        for (int i = 0; i < callers; i++) {
            begin("caller " + i, chance -> call(RESOURCES.get(0)));
        }
        begin("director", this::direct);
        begin("other director", this::direct);
        long end = System.nanoTime() + patience.toNanos();
        while (flips.get() < enough && findings.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(1_000_000);
        }
        if (flips.get() < enough && findings.isEmpty()) {
            findings.add("only " + flips.get() + " flips: nothing goes on any more\n" + stacks());
        }
        over.set(true);
        for (Thread thread : threads) {
            thread.join(patience.toMillis());
            if (thread.isAlive()) {
                findings.add(thread.getName() + " does not end\n" + stacks());
            }
        }
        own.shutdown();
        if (!own.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            findings.add("a swap that a service asked for does not end\n" + stacks());
        }
        return List.copyOf(findings);
    }

    /** Work that is done again and again. */
    private interface Work {
        void once(Random chance);
    }

    private void begin(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    Random chance = new Random(name.hashCode());
                    while (!over.get()) {
                        try {
                            work.once(chance);
                        } catch (RuntimeException | Error e) {
                            findings.add(name + ": " + e);
                        }
                    }
                },
                "storm: " + name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void direct(Random chance) {
        String resource = any(RESOURCES, chance);
        switch (chance.nextInt(6)) {
            case 0 -> theatre.engine.rollback(resource);
            case 1 -> theatre.engine.commit(resource, "storm", "");
            case 2 -> {
                List<GroupMember> group = new ArrayList<>();
                for (String member : RESOURCES.subList(chance.nextInt(2), RESOURCES.size())) {
                    group.add(new GroupMember(member, candidate(member, any(VERSIONS, chance))));
                }
                count(theatre.engine.swap(SwapRequest.of(group)).get(0).flipped());
            }
            case 3 ->
                count(theatre.engine
                        .swap(SwapRequest.of(resource, candidate(resource, any(VERSIONS, chance)))
                                .superseding())
                        .get(0)
                        .flipped());
            default ->
                count(theatre.engine
                        .swap(resource, candidate(resource, any(VERSIONS, chance)))
                        .flipped());
        }
    }

    private void count(boolean flipped) {
        if (flipped) {
            flips.incrementAndGet();
        }
    }

    private static <T> T any(List<T> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    private String stacks() {
        StringBuilder text = new StringBuilder();
        for (Thread thread : threads) {
            text.append(thread.getName()).append('\n');
            for (StackTraceElement frame : thread.getStackTrace()) {
                text.append("    ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    long calls() {
        return calls.get();
    }

    int ownSwaps() {
        return ownSwaps.get();
    }

    /** How often a version left the stage, less how often one was told to be drained: once each, in the end. */
    long undrained() {
        synchronized (theatre.events) {
            long left = theatre.events.stream()
                    .filter(event -> event instanceof SwapEvent.Flipped flipped
                            && flipped.from().isPresent())
                    .count();
            return left
                    - theatre.events.stream()
                            .filter(SwapEvent.Drained.class::isInstance)
                            .count();
        }
    }

    /** How many calls were cut. */
    long cut() {
        synchronized (theatre.events) {
            return theatre.events.stream()
                    .filter(SwapEvent.Drained.class::isInstance)
                    .mapToLong(event -> ((SwapEvent.Drained) event).cut())
                    .sum();
        }
    }

    @Override
    public void close() {
        over.set(true);
        own.shutdownNow();
        theatre.close();
    }
}
