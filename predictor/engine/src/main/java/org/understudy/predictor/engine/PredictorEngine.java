package org.understudy.predictor.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.dispatch.Step;
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
 * of its own, on which it answers questions too.
 */
public final class PredictorEngine implements Usage, Predictor, Privacy, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PredictorEngine.class);

    /** So many needs may wait to be learned; more are dropped. */
    static final int MOST_PENDING = 8_192;

    private static final Duration SETTLING = Duration.ofMillis(50);
    private static final UsageStep NO_STEP = () -> {};

    private final BlockingQueue<Need> pending = new ArrayBlockingQueue<>(MOST_PENDING);
    private final AtomicBoolean learning = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Flood flood = new Flood();
    private final InstantSource time;
    private final ScheduledExecutorService thread;
    private final PredictorSettings settings;
    private final PredictionModel own;
    private final Foresight foresight;
    private final Archive archive;
    private final Roster roster;
    private volatile boolean on;
    private volatile Instant keySince;
    private boolean changed;

    /**
     * Creates one that goes on from what the folder holds.
     *
     * @param folder where it keeps what it has learned
     * @param own the model that comes along, which has learned nothing yet
     * @param thread of one thread; to be shut down after this was closed
     */
    public PredictorEngine(
            Path folder,
            PredictionModel own,
            PredictorSettings settings,
            InstantSource time,
            ScheduledExecutorService thread) {
        this.time = time;
        this.thread = thread;
        this.settings = settings;
        this.own = own;
        this.archive = new Archive(folder, time, new SecureRandom());
        Archive.Found found = archive.open(own);
        this.roster = found.roster();
        this.on = found.on();
        this.keySince = found.keySince();
        try {
            this.foresight = new Foresight(own, settings.active().toMillis(), LOG::error);
        } catch (ModelFailure e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        long saving = settings.saving().toMillis();
        thread.scheduleWithFixedDelay(this::keepHouse, saving, saving, TimeUnit.MILLISECONDS);
    }

    /** From now on this model is asked; empty for the one that comes along. */
    public void ask(Optional<PredictionModel> other) {
        onThread(() -> {
            foresight.ask(other);
            return null;
        });
    }

    // --- usage

    @Override
    public UsageStep step(String user) {
        checkName("user", user);
        if (!on) {
            return NO_STEP;
        }
        Optional<Long> number = number(user);
        return number.isEmpty() ? NO_STEP : new TakenStep(number.get());
    }

    private Optional<Long> number(String user) {
        Optional<Long> number = roster.numberOf(user, time.millis());
        if (number.isEmpty()) {
            refused.incrementAndGet();
        }
        return number;
    }

    /** Takes what is called in it. */
    private final class TakenStep extends Step implements UsageStep {
        private final long user;

        TakenStep(long user) {
            this.user = user;
            begin();
        }

        @Override
        protected void note(String resource) {
            take(user, resource);
        }
    }

    @Override
    public void needs(String user, String resource) {
        checkName("user", user);
        checkName("resource", resource);
        if (on) {
            number(user).ifPresent(number -> take(number, resource));
        }
    }

    @Override
    public void signal(String name, String value) {
        checkName("signal", name);
        if (value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the value of " + name + " has " + value.length()
                    + " characters, and at most " + LONGEST_NAME + " are taken");
        }
        throw new UnsupportedOperationException("signals are not taken in yet");
    }

    private void take(long user, String resource) {
        long now = time.millis();
        if (!flood.takes(user, now) || !pending.offer(new Need(user, resource, now))) {
            dropped.incrementAndGet();
        } else if (learning.compareAndSet(false, true)) {
            thread.schedule(this::learn, SETTLING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void learn() {
        learning.set(false);
        List<Need> needs = new ArrayList<>();
        pending.drainTo(needs);
        for (Need need : needs) {
            if (roster.has(need.user())) { // a step may outlive what is known of its user
                foresight.learn(need);
            }
        }
        changed |= !needs.isEmpty();
    }

    private static void checkName(String what, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a " + what + " has 1 to " + LONGEST_NAME
                    + " characters, and this one has " + name.length());
        }
    }

    // --- what is likely

    @Override
    public Outlook anyone() {
        return onThread(() -> foresight.anyone(time.instant()));
    }

    @Override
    public Outlook user(String user, Optional<Instant> at) {
        checkName("user", user);
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
                    on,
                    foresight.events(),
                    pending.size(),
                    dropped.get(),
                    refused.get(),
                    foresight.active(time.instant()),
                    roster.size(),
                    own.bytes(),
                    counts);
        });
    }

    // --- privacy

    @Override
    public PrivacyStatus status() {
        return new PrivacyStatus(
                on, roster.sizeOfOptedOut(), roster.size(), keySince, keySince.plus(settings.keyLife()), (int)
                        settings.retention().toDays());
    }

    @Override
    public void on(boolean taken) {
        onThread(() -> {
            on = taken;
            if (!taken) {
                pending.clear();
            }
            decide();
            return null;
        });
    }

    @Override
    public void optOut(String user) {
        checkName("user", user);
        onThread(() -> {
            roster.optOut(user);
            decide();
            return null;
        });
        forget(user);
    }

    @Override
    public void optIn(String user) {
        checkName("user", user);
        onThread(() -> {
            roster.optIn(user);
            decide();
            return null;
        });
    }

    @Override
    public UserRecord export(String user) {
        checkName("user", user);
        return onThread(() -> {
            Optional<Roster.Entry> known = roster.find(user);
            return new UserRecord(
                    known.isPresent(),
                    roster.hasOptedOut(user),
                    known.map(entry -> Instant.ofEpochMilli(entry.seenMillis())),
                    known.map(entry -> foresight.contest().recent().of(entry.number()))
                            .orElse(List.of()),
                    known.map(entry -> foresight.contest().frequent().events(entry.number()))
                            .orElse(0L));
        });
    }

    @Override
    public boolean forget(String user) {
        checkName("user", user);
        return onThread(() -> {
            Optional<Roster.Entry> known = roster.remove(user);
            if (known.isPresent()) {
                long number = known.get().number();
                pending.removeIf(need -> need.user() == number);
                foresight.forget(number);
                save();
                archive.removeSetAside();
            }
            return known.isPresent();
        });
    }

    // --- house

    private void decide() throws IOException {
        archive.write(on, keySince, roster.kept());
    }

    private void save() throws IOException {
        roster.takeLeft().forEach(foresight::forget);
        archive.write(roster.kept(), own);
        changed = false;
    }

    private void keepHouse() {
        try {
            Instant now = time.instant();
            roster.removeUnseenSince(now.minus(settings.retention()).toEpochMilli());
            if (!keySince.plus(settings.keyLife()).isAfter(now)) {
                changeKey(now);
            } else if (changed) {
                save();
            }
        } catch (IOException e) {
            LOG.error("what was learned of usage is not on disk: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.error("the predictor's housekeeping failed, and is tried again", e);
        }
    }

    /** What was learned is written under the new key first, and is what counts from the moment at which that is written. */
    private void changeKey(Instant now) throws IOException {
        roster.succeed(archive.nextKey());
        save();
        archive.write(on, now, roster.kept());
        archive.removeOthers(roster.kept());
        keySince = now; // said once the key before is gone from the disk
    }

    private <T> T onThread(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the predictor was asked", e);
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
        on = false; // nothing more is taken; what is written down was written before
        onThread(() -> {
            learn();
            save();
            return null;
        });
    }
}
