package org.understudy.predictor.engine;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.predict.Evidence;
import org.understudy.predict.ModelQuality;
import org.understudy.predict.Outlook;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.Predictor;
import org.understudy.predict.Privacy;
import org.understudy.predict.PrivacyStatus;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageFigures;
import org.understudy.predict.UsageStep;
import org.understudy.predict.UserRecord;

/**
 * The predictor over any {@link PredictionModel}. Needs are taken on the threads of their calls, and learned on one thread
 * of its own, on which it answers questions too. It is there without a model as well, and goes by simple rules then.
 */
public final class PredictorEngine implements Usage, Predictor, Privacy, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PredictorEngine.class);
    private static final Duration SETTLING = Duration.ofMillis(50);

    /** Longer than calls of a model that is being swapped are held. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicBoolean woken = new AtomicBoolean();
    private final InstantSource time;
    private final ScheduledExecutorService thread;
    private final Panel panel;
    private final Foresight foresight;
    private final Roster roster;
    private final Intake intake;
    private final House house;

    /**
     * Creates one that goes on from what the folder holds.
     *
     * @param folder where it keeps what it has learned
     * @param thread of one thread; to be shut down after this was closed
     * @param baseFails is told why, on that thread, when the base model begins to fail
     */
    public PredictorEngine(
            Path folder,
            PredictorSettings settings,
            InstantSource time,
            ScheduledExecutorService thread,
            Consumer<String> baseFails) {
        this.time = time;
        this.thread = thread;
        Archive archive = new Archive(folder, time, new SecureRandom());
        Archive.Found found = archive.open();
        this.roster = found.roster();
        this.intake = new Intake(roster, time, found.on(), this::wake);
        this.panel = new Panel(LOG::warn, baseFails);
        this.foresight = new Foresight(panel, settings.active().toMillis());
        this.house = new House(archive, found, settings, time, intake, panel, foresight);
        long saving = Math.max(1, settings.saving().toMillis() / 2); // it takes two steps
        thread.scheduleWithFixedDelay(house::keep, saving, saving, TimeUnit.MILLISECONDS);
    }

    // --- models; none of these waits, for who calls may be what a model waits for

    /** This is the base from now on, and goes on from what was learned; empty where there is none. */
    public void base(Optional<PredictionModel> model) {
        later(() -> {
            panel.base(model);
            house.goOn();
            foresight.modelChanges();
        });
    }

    /** This one is asked before the base from now on; empty for the base alone. */
    public void ask(Optional<PredictionModel> other) {
        later(() -> {
            panel.other(other);
            intake.signals().repeat(panel::circumstance);
            foresight.modelChanges();
        });
    }

    /** Another version may soon be behind the base: what was learned until now is written down. */
    public void baseWillChange() {
        later(house::saveIfPossible);
    }

    /**
     * Another version is behind the base.
     *
     * @param carried whether it has what the one before had learned
     */
    public void baseChanged(boolean carried) {
        later(() -> {
            panel.baseChanges();
            if (!carried) {
                house.goOn();
            }
            foresight.modelChanges();
        });
    }

    // --- usage

    @Override
    public UsageStep step(String user) {
        return intake.step(user);
    }

    @Override
    public void needs(String user, String resource) {
        intake.needs(user, resource);
    }

    @Override
    public void signal(String name, String value) {
        intake.signal(name, value);
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            thread.schedule(logged(this::learn), SETTLING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void learn() {
        woken.set(false);
        house.forgetWhoHasLeft(); // or who comes back would share with who has left what nobody else ever needed
        intake.signals().takeIn(panel::circumstance);
        List<Need> needs = intake.drain();
        for (Need need : needs) {
            if (roster.has(need.user())) { // a step may outlive what is known of its user
                foresight.learn(need);
            }
        }
        house.learned(!needs.isEmpty());
    }

    // --- what is likely

    @Override
    public Outlook anyone() {
        return onThread(() -> foresight.anyone(time.instant(), Optional.empty()));
    }

    @Override
    public Outlook anyone(Instant at) {
        return onThread(() -> foresight.anyone(time.instant(), Optional.of(at)));
    }

    @Override
    public Outlook user(String user, Optional<Instant> at) {
        Intake.checkName("user", user);
        long number = roster.find(user).map(Roster.Entry::number).orElse(Foresight.NOBODY);
        return onThread(() -> foresight.user(number, at.orElseGet(time::instant)));
    }

    @Override
    public List<ModelQuality> quality() {
        return onThread(foresight::quality);
    }

    @Override
    public List<Evidence> whyLikely(String resource) {
        return onThread(() -> foresight.why(resource, time.instant()));
    }

    @Override
    public UsageFigures usage() {
        return onThread(() -> {
            List<UsageFigures.Count> counts = new ArrayList<>();
            foresight
                    .contest()
                    .frequent()
                    .counts()
                    .forEach((resource, times) -> counts.add(new UsageFigures.Count(resource, times)));
            counts.sort(Comparator.comparingLong(UsageFigures.Count::times)
                    .reversed()
                    .thenComparing(UsageFigures.Count::resource));
            return new UsageFigures(
                    intake.isOn(),
                    foresight.events(),
                    intake.pending(),
                    intake.dropped(),
                    intake.refused(),
                    foresight.active(time.instant()),
                    roster.size(),
                    panel.bytes(),
                    counts);
        });
    }

    // --- privacy

    @Override
    public PrivacyStatus status() {
        return house.status();
    }

    @Override
    public void on(boolean taken) {
        onThread(() -> {
            intake.on(taken);
            house.decide();
            return null;
        });
    }

    @Override
    public void optOut(String user) {
        Intake.checkName("user", user);
        onThread(() -> {
            roster.optOut(user);
            house.decide();
            return null;
        });
        forget(user);
    }

    @Override
    public void optIn(String user) {
        Intake.checkName("user", user);
        onThread(() -> {
            roster.optIn(user);
            house.decide();
            return null;
        });
    }

    @Override
    public UserRecord export(String user) {
        Intake.checkName("user", user);
        return onThread(() -> {
            Optional<Roster.Entry> known = roster.find(user);
            boolean out = roster.hasOptedOut(user);
            return known.map(entry -> record(entry, out))
                    .orElseGet(() -> new UserRecord(false, out, Optional.empty(), List.of(), 0));
        });
    }

    /** The rules know what was needed since the start, the model also what was before. */
    private UserRecord record(Roster.Entry entry, boolean optedOut) {
        PredictionModel.Remembered remembered = panel.remembered(entry.number());
        Set<String> recent = new LinkedHashSet<>(foresight.contest().recent().of(entry.number()));
        recent.addAll(remembered.recent());
        long events =
                Math.max(remembered.events(), foresight.contest().frequent().events(entry.number()));
        return new UserRecord(
                true, optedOut, Optional.of(Instant.ofEpochMilli(entry.seenMillis())), List.copyOf(recent), events);
    }

    @Override
    public boolean forget(String user) {
        Intake.checkName("user", user);
        return onThread(() -> {
            Optional<Roster.Entry> known = roster.remove(user);
            known.ifPresent(entry -> {
                intake.drop(entry.number());
                house.forget(entry.number());
            });
            house.settle();
            return known.isPresent();
        });
    }

    private void later(Runnable work) {
        thread.execute(logged(work));
    }

    /** Nobody waits for it: what goes wrong is told to the log. */
    private static Runnable logged(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("the predictor failed at something, and goes on", e);
            }
        };
    }

    private <T> T onThread(Callable<T> work) {
        try {
            return thread.submit(work).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the predictor was asked", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the predictor has not answered for " + PATIENCE.toSeconds()
                            + " s: a model may hang; `monitor` tells who is inside",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the predictor could not do this: " + e.getCause(), e.getCause());
        }
    }

    /** Learns what was taken, and writes everything down. */
    @Override
    public void close() {
        intake.close(); // nothing more is taken; what is written down was written before
        onThread(() -> {
            learn();
            house.save();
            return null;
        });
    }
}
