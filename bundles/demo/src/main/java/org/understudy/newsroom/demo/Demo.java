package org.understudy.newsroom.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.understudy.newsroom.ArticleStore;
import org.understudy.newsroom.FaultLedger;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.FlipProbe;
import org.understudy.newsroom.demo.check.GapMeter;
import org.understudy.newsroom.demo.check.HoldMeter;
import org.understudy.newsroom.demo.check.Leaks;
import org.understudy.newsroom.demo.check.Ledger;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.MarkerWatch;
import org.understudy.newsroom.demo.check.Meters;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;
import org.understudy.newsroom.demo.holder.Grips;
import org.understudy.newsroom.demo.load.Callers;
import org.understudy.newsroom.demo.load.Loads;
import org.understudy.newsroom.demo.load.Pages;
import org.understudy.newsroom.demo.load.Rate;
import org.understudy.newsroom.demo.load.UsageReplay;
import org.understudy.newsroom.demo.load.Witness;
import org.understudy.newsroom.demo.play.Conductor;
import org.understudy.newsroom.demo.play.JudgeWatch;
import org.understudy.newsroom.demo.play.Logbook;
import org.understudy.newsroom.demo.play.Mechanism;
import org.understudy.newsroom.demo.play.Repertoire;
import org.understudy.newsroom.demo.play.Schedule;
import org.understudy.newsroom.demo.play.Swapping;
import org.understudy.newsroom.demo.play.Updating;
import org.understudy.swap.SwapListener;
import org.understudy.swap.SwapManager;

/** One run of the demo, from the empty stage to the results. For one thread, on which it prints its progress. */
final class Demo {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_SWAPS = 10_000;
    private static final int PATIENCE = 4;
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(5);

    private final BundleContext context;
    private final Options options;
    private final PrintStream out;
    private final Checks checks = Checks.begin();
    private final Ledger ledger = new Ledger();
    private final Logbook logbook = new Logbook();
    private final FlipProbe probe = new FlipProbe(checks.failures());
    private final Cleanup cleanup = new Cleanup();

    Demo(BundleContext context, Options options, PrintStream out) {
        this.context = context;
        this.options = options;
        this.out = out;
    }

    Results play() throws IOException, BundleException, InterruptedException {
        try (cleanup) {
            UsageReplay usage = options.trace().isPresent()
                    ? UsageReplay.recorded(options.trace().get())
                    : UsageReplay.madeUp(options.seed());
            Repertoire repertoire = Repertoire.in(folder("understudy.versions"), folder("understudy.faulty"));
            cleanup.add(context.registerService(FaultLedger.class, ledger, null)::unregister);
            Mechanism mechanism = mechanism(repertoire);
            cleanup.add(mechanism::close);
            mechanism.open();
            Part.UNITS.forEach(unit -> checks.open(Lineup.of(unit, mechanism::active)));
            Company company = new Company(context);
            cleanup.add(company::close);
            company.assemble();
            Map<Part, Object> services = company.services();
            Pages site = Pages.of(URI.create(property("understudy.http.url")), (ArticleStore) services.get(Part.STORE))
                    .reachable();
            return run(usage, repertoire, mechanism, services, site);
        }
    }

    private Results run(
            UsageReplay usage, Repertoire repertoire, Mechanism mechanism, Map<Part, Object> services, Pages site)
            throws InterruptedException {
        Rate calls = new Rate(options.calls(), TIMEOUT);
        Rate requests = new Rate(options.requests(), TIMEOUT);
        Optional<Recorder> recorder = options.recording().map(file -> new Recorder(file, repertoire));
        Schedule schedule = schedule();
        out.printf(
                "Newsroom, %d calls/s and %d requests/s for %d s; %d swaps and rollbacks by %s; usage: %s, %,d events%n",
                calls.perSecond(),
                requests.perSecond(),
                options.duration().toSeconds(),
                schedule.operations(),
                mechanism.label(),
                usage.source(),
                usage.events());
        if (mechanism.judges()) {
            out.printf(
                    "A version is provisional for %s ms here, until the judge has found it good; usually for minutes.%n",
                    bakeMillis());
        }
        Optional<MarkerWatch> markers = manager().map(m -> new MarkerWatch(context, m, checks.failures()));
        Callers callers = new Callers(
                () -> new Grips(context),
                usage,
                calls,
                checks,
                recorder.<Witness>map(r -> r).orElse(Witness.NONE));
        Loads loads = new Loads(context, shell(), requests, site, services, usage, checks);
        Meters meters =
                new Meters(new GapMeter(callers.beats(), System.nanoTime()), new HoldMeter(), new HoldMeter(), probe);
        Optional<String> interruption;
        try {
            markers.ifPresent(MarkerWatch::start);
            recorder.ifPresent(r -> cleanup.add(r.begin(context)));
            JudgeWatch watch = new JudgeWatch(checks, logbook, mechanism::active);
            cleanup.add(context.registerService(SwapListener.class, watch, null)::unregister);
            Conductor conductor =
                    new Conductor(schedule, mechanism, repertoire, watch, checks, meters, services, logbook);
            interruption = conduct(conductor, new Progress(out, callers, loads, logbook));
        } finally {
            loads.close();
            callers.close();
            markers.ifPresent(MarkerWatch::close);
        }
        Leaks leaks = mechanism.leaks(logbook.leaking());
        return new Results(
                options,
                calls.perSecond(),
                usage,
                callers,
                loads,
                checks,
                ledger,
                logbook,
                meters,
                markers,
                leaks,
                manager().map(m -> m.swaps(MOST_SWAPS)).orElse(List.of()),
                manager().flatMap(m -> Foresight.ask(context)), // without handles there is nothing to see
                interruption);
    }

    private Schedule schedule() {
        if (options.recording().isPresent()) {
            return Schedule.recording(options.duration(), options.seed());
        }
        return options.again().isPresent()
                ? Schedule.again(options.again().getAsInt(), options.duration(), options.seed())
                : Schedule.of(options.duration(), options.seed());
    }

    /** Has the conductor do its work on a thread of its own, so that a swap that never returns is noticed too. */
    private Optional<String> conduct(Conductor conductor, Progress progress) throws InterruptedException {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread thread = Threads.daemon("demo-conductor", () -> {
            try {
                conductor.call();
                ended.complete(null);
            } catch (Exception | LinkageError e) {
                ended.completeExceptionally(e);
            }
        });
        thread.start();
        Duration patience = options.duration().multipliedBy(PATIENCE).plus(LEAST_PATIENCE);
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try {
                ended.get(Progress.EVERY.toMillis(), TimeUnit.MILLISECONDS);
                return Optional.empty();
            } catch (TimeoutException e) {
                progress.print();
            } catch (ExecutionException e) {
                return Optional.of("the play ended early: " + e.getCause());
            }
        }
        thread.interrupt();
        return Optional.of("the play did not end within " + patience.toSeconds() + " s; a swap hangs");
    }

    private Mechanism mechanism(Repertoire repertoire) {
        if (options.mechanism() == Options.MechanismName.UPDATE) {
            return new Updating(context, repertoire);
        }
        SwapManager manager = manager()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no swap-manager; start its bundle, or use --mechanism update"));
        cleanup.add(context.registerService(SwapListener.class, probe, null)::unregister);
        return new Swapping(context, manager, repertoire);
    }

    private Optional<SwapManager> manager() {
        if (options.mechanism() == Options.MechanismName.UPDATE) {
            return Optional.empty();
        }
        ServiceReference<SwapManager> reference = context.getServiceReference(SwapManager.class);
        return Optional.ofNullable(reference).map(context::getService);
    }

    private CommandProcessor shell() {
        ServiceReference<CommandProcessor> reference = context.getServiceReference(CommandProcessor.class);
        if (reference == null) {
            throw new IllegalStateException("there is no shell whose commands could be called; start Gogo's runtime");
        }
        cleanup.add(() -> context.ungetService(reference));
        return context.getService(reference);
    }

    private String bakeMillis() {
        String set = context.getProperty("understudy.swap.bakeMillis");
        return set == null ? "more" : set;
    }

    private Path folder(String property) {
        return Path.of(property(property));
    }

    private String property(String name) {
        String value = context.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the framework property " + name
                    + " is not set; start the demo with `runtime/understudy demo`, which sets it");
        }
        return value;
    }
}
