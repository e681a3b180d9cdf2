package org.understudy.bench.soak.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapManager;

/**
 * Swaps every resource in parallel while callers go on calling, says every so many swaps how everything stands, and ends
 * the runtime in good order when there were enough swaps or the time is over. Everything goes to standard output, one
 * line each.
 */
public final class SoakActor implements BundleActivator {
    private static final int FAILED = 3;
    private static final int CALLERS = 4;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @Override
    public void start(BundleContext context) {
        Threads.daemon("soak", () -> play(context));
    }

    private static void play(BundleContext context) {
        try {
            act(context);
        } catch (Exception e) {
            say("failure the actor failed: " + e);
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static void act(BundleContext context) throws BundleException {
        Tally tally = new Tally();
        SwapManager manager = new Services(context).get(SwapManager.class);
        ReadersHand hand = new ReadersHand(new Services(context), tally, number(context, "comments"));
        Run run = new Run(context, tally, hand);
        context.registerService(SwapListener.class, tally, null);
        List<String> names =
                manager.resources().stream().map(ResourceStatus::name).toList();
        List<Thread> players = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            players.add(Threads.daemon("soak-caller-" + i, new Caller(context, tally, i, run::isOver)));
        }
        players.add(Threads.daemon("soak-writer", () -> hand.write(run::isOver)));
        List<Thread> directors = new ArrayList<>();
        Stagehands hands = new Stagehands(names);
        for (String name : names) {
            Director director = new Director(manager, name, hands, tally, run::isOver);
            directors.add(Threads.daemon("soak-director-" + name, director));
        }
        run.watch(hands);
        Threads.join(directors);
        run.end();
        Threads.join(players);
        hand.readBack();
        hands.quiet(run::sample);
        say("over");
        context.getBundle(0).stop();
    }

    /** From when to when it goes. */
    private static final class Run {
        private final Tally tally;
        private final ReadersHand hand;
        private final Gauges gauges = new Gauges();
        private final long began = System.nanoTime();
        private final long most;
        private final long every;
        private final long nanos;
        private volatile boolean enough;
        private volatile boolean ended;

        Run(BundleContext context, Tally tally, ReadersHand hand) {
            this.tally = tally;
            this.hand = hand;
            this.most = number(context, "swaps");
            this.every = number(context, "every");
            this.nanos = TimeUnit.SECONDS.toNanos(number(context, "seconds"));
        }

        /** For directors: whether no further round is to begin. For callers: once the directors have ended. */
        boolean isOver() {
            return Thread.currentThread().getName().startsWith("soak-director") ? enough : ended;
        }

        void end() {
            ended = true;
        }

        void watch(Stagehands hands) {
            long next = every;
            while (tally.swaps() < most && System.nanoTime() - began < nanos) {
                LockSupport.parkNanos(LOOK_NANOS);
                if (tally.swaps() >= next) {
                    hands.quiet(this::sample);
                    next = tally.swaps() + every;
                }
            }
            enough = true;
        }

        void sample() {
            say("sample seconds=" + (System.nanoTime() - began) / 1_000_000_000
                    + " comments=" + hand.written() + " " + tally
                    + gauges.read().entrySet().stream()
                            .map(gauge -> " " + gauge.getKey() + "=" + gauge.getValue())
                            .collect(Collectors.joining()));
        }
    }

    private static long number(BundleContext context, String name) {
        return Stream.ofNullable(context.getProperty("understudy.soak." + name))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("understudy.soak." + name + " is not set"));
    }

    /** One line to whoever watches from outside; where nobody does any more, that is the end. */
    static void say(String line) {
        System.out.println(line.replace('\n', ' '));
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // its threads have ended before, or end with the process
    }
}
