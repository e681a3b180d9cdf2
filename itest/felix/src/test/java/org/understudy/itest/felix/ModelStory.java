package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.understudy.itest.felix.part.Modelling;
import org.understudy.newsroom.ArticleStore;
import org.understudy.predict.Outlook;
import org.understudy.predict.PredictionModel;
import org.understudy.predict.Predictor;
import org.understudy.predict.Privacy;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageStep;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapResult;

/** Usage is taken from calls, the predictor says what follows, and its model is exchanged meanwhile like any resource. */
public class ModelStory extends Story {
    private static final String MODEL = "model";
    private static final String STORE = "store";
    private static final int ROUNDS = 20;
    private static final long PACE_NANOS = 25_000_000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Usage usage;
    private Predictor predictor;
    private Privacy privacy;

    /** A version of the model has to stand for longer than a story takes. */
    @Override
    @Configuration
    public Option[] framework() throws IOException {
        Option[] shipped = super.framework();
        Option[] all = Arrays.copyOf(shipped, shipped.length + 2);
        all[shipped.length] = CoreOptions.frameworkProperty("understudy.swap.bakeMillis.volatile")
                .value("600000");
        all[shipped.length + 1] = CoreOptions.frameworkProperty("understudy.predictor.savingMillis")
                .value("100");
        return all;
    }

    @Before
    public void getServices() {
        Await.until("the model is asked", () -> {
            usage = got(Usage.class);
            predictor = got(Predictor.class);
            privacy = got(Privacy.class);
            return predictor.anyone().model().equals("mixture of contexts");
        });
    }

    private <S> S got(Class<S> type) {
        return context().getService(context().getServiceReference(type));
    }

    @After
    public void bringTheModelBack() {
        if (manager().resource(MODEL).provisional().isPresent()) {
            SwapResult back = manager().rollback(MODEL);
            assertTrue(back.toString(), back.flipped());
        }
        assertEquals(Optional.of(OLD), manager().resource(MODEL).activeVersion());
    }

    /** Theme, store, theme, store, in a step each, so slowly that all of it is taken. */
    private void habit(String user) {
        long before = predictor.usage().events();
        ArticleStore store = got(ArticleStore.class);
        for (int round = 0; round < ROUNDS; round++) {
            within(user, () -> versionOf(keptTheme()));
            LockSupport.parkNanos(PACE_NANOS);
            within(user, () -> {
                store.latest(1);
                store.latest(2); // once a step
            });
            LockSupport.parkNanos(PACE_NANOS);
        }
        Await.until("all is learned", () -> predictor.usage().events() == before + 2 * ROUNDS);
    }

    private void within(String user, Runnable calls) {
        UsageStep step = usage.step(user);
        try {
            calls.run();
        } finally {
            step.close();
        }
    }

    private double next(String user, String resource) {
        return predictor.user(user, Optional.empty()).resources().stream()
                .filter(each -> each.resource().equals(resource))
                .mapToDouble(Outlook.Likelihood::next)
                .findFirst()
                .orElse(0);
    }

    private Candidate anotherVersion(String version) throws IOException {
        Path shipped = Path.of(context().getProperty("understudy.versions"), "model-1.0.0.jar");
        return Candidate.file(
                BundleFile.of(shipped, version).in(folder.getRoot().toPath()));
    }

    private Candidate bad(String version, Class<?> activator) throws IOException {
        return Candidate.file(BundleFile.version(MODEL, version)
                .header("Bundle-SymbolicName", "org.understudy.predictor.mixture")
                .withAllOf(Modelling.class)
                .header("Bundle-Activator", activator.getName())
                .header("Import-Package", "org.osgi.framework,org.understudy.predict,org.understudy.resource")
                .in(folder.getRoot().toPath()));
    }

    @Test
    public void aCallWithinAStepIsAnEventAndWhatUsuallyFollowsIsNamed() {
        habit("alice");

        Outlook outlook = predictor.user("alice", Optional.empty());

        assertTrue(outlook.toString(), next("alice", THEME) > 0.5);
        assertTrue(outlook.toString(), next("alice", STORE) < next("alice", THEME));
        assertFalse(predictor.whyLikely(THEME).isEmpty());
        assertTrue(predictor.anyone().resources().stream()
                .anyMatch(each -> each.resource().equals(THEME)));
    }

    @Test
    public void whatACallDoesOutsideAStepIsNobodysBusiness() {
        long before = predictor.usage().events() + predictor.usage().pending();

        assertFalse(versionOf(keptTheme()).isEmpty());

        assertEquals(before, predictor.usage().events() + predictor.usage().pending());
    }

    @Test
    public void theModelIsSwappedUnderLoadWithAllThatItHasLearned() throws Exception {
        habit("ada");
        Instant at = Instant.now();
        Outlook before = predictor.user("ada", Optional.of(at));
        long events = predictor.usage().events();
        long dropped = predictor.usage().dropped();
        AtomicLong needs = new AtomicLong();

        SwapResult there = manager().swap(MODEL, anotherVersion(NEW));
        Outlook after = predictor.user("ada", Optional.of(at));
        try (Caller caller = Caller.of("needs", () -> {
            usage.needs("bob", needs.incrementAndGet() % 2 == 0 ? THEME : STORE);
            LockSupport.parkNanos(PACE_NANOS);
            return predictor.user("bob", Optional.empty()).model();
        })) {
            SwapResult back = manager().rollback(MODEL);
            assertEquals(back.toString(), "rolledBack", back.outcome());
            SwapResult again = manager().swap(MODEL, anotherVersion("1.2.0"));
            assertEquals(again.toString(), "swapped", again.outcome());
            caller.awaitCalls(20);
        }

        assertEquals(there.toString(), "swapped", there.outcome());
        assertTrue(there.toString(), there.timing().stateBytes() > 0);
        assertEquals(before, after);
        Await.until("all is learned", () -> predictor.usage().events() == events + needs.get());
        assertEquals(dropped, predictor.usage().dropped());
        assertTrue("bob's habit", next("bob", THEME) + next("bob", STORE) > 0.5);
        assertTrue("ada's habit", next("ada", THEME) > 0.5);
    }

    @Test
    public void aModelThatThrowsIsTakenBackAndTheLastGoodOneGoesOn() throws Exception {
        assertTakenBack("2.0.0", Modelling.Failing.class, "IllegalStateException at ");
    }

    @Test
    public void aModelThatStatesWhatIsNoNumberIsTakenBackAndTheLastGoodOneGoesOn() throws Exception {
        assertTakenBack("2.1.0", Modelling.NotANumber.class, "NaN");
    }

    @Test
    public void aModelThatStatesMoreThanOneIsTakenBackAndTheLastGoodOneGoesOn() throws Exception {
        assertTakenBack("2.2.0", Modelling.TooMuch.class, "sum to 1.8");
    }

    private void assertTakenBack(String version, Class<?> activator, String why) throws Exception {
        habit("ada");
        Instant at = Instant.now();
        Outlook before = predictor.user("ada", Optional.of(at));
        SwapResult swapped = manager().swap(MODEL, bad(version, activator));
        assertTrue(swapped.toString(), swapped.flipped());

        Outlook meanwhile = predictor.user("ada", Optional.of(at));

        assertNotEquals(Optional.of(version), Optional.of(meanwhile.model()));
        Await.until(
                "it is taken back",
                () -> manager().resource(MODEL).activeVersion().equals(Optional.of(OLD)));
        SwapRecord last = manager().swaps(10).stream()
                .filter(each -> each.toString().contains(MODEL))
                .findFirst()
                .orElseThrow();
        assertTrue(
                last.toString(),
                last.toString().contains("predictor") && last.toString().contains(why));
        Await.until(
                () -> "the last good one goes on: " + predictor.user("ada", Optional.of(at)) + " after " + before,
                () -> predictor.user("ada", Optional.of(at)).equals(before));
    }

    @Test
    public void anotherModelWithAHigherRankingIsAskedUntilItTalksNonsense() {
        habit("ada");
        ServiceRegistration<PredictionModel> sensible =
                context().registerService(PredictionModel.class, new Modelling.Stating(0.3), ranking(10));
        Await.until("the other one is asked", () -> predictor.anyone().model().equals("stating 0.3"));

        ServiceRegistration<PredictionModel> nonsense =
                context().registerService(PredictionModel.class, new Modelling.Stating(3), ranking(20));

        Await.until(
                "the base is asked",
                () -> predictor.user("ada", Optional.empty()).model().equals("mixture of contexts"));
        nonsense.unregister();
        Await.until(
                "the other one is asked again", () -> predictor.anyone().model().equals("stating 0.3"));
        sensible.unregister();
        Await.until("the base is asked", () -> predictor.anyone().model().equals("mixture of contexts"));
        assertTrue(next("ada", THEME) > 0.5);
    }

    private static Hashtable<String, Object> ranking(int ranking) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("service.ranking", ranking);
        return properties;
    }

    @Test
    public void eventsAreTakenInAndBadOnesRefused() {
        ServiceReference<EventAdmin> reference = context().getServiceReference(EventAdmin.class);
        EventAdmin events = context().getService(reference);
        long before = predictor.usage().events();

        events.sendEvent(new Event("org/understudy/usage/NEED", Map.of("user", "eve", "resource", "from-outside")));
        events.sendEvent(new Event("org/understudy/usage/SIGNAL", Map.of("name", "flag", "value", "on")));
        events.sendEvent(new Event("org/understudy/usage/NEED", Map.of("user", "eve")));
        events.sendEvent(new Event("org/understudy/usage/NEED", Map.of("user", "", "resource", "from-outside")));
        events.sendEvent(new Event("org/understudy/usage/SIGNAL", Map.of("name", 7, "value", "on")));
        events.sendEvent(new Event("org/understudy/usage/NEED", Map.of("user", "eve", "resource", "from-outside")));

        Await.until("both are learned", () -> predictor.usage().events() == before + 2);
        assertTrue(predictor.usage().resources().stream()
                .anyMatch(each -> each.resource().equals("from-outside")));
        context().ungetService(reference);
    }

    @Test
    public void ofWhoHasOptedOutNothingIsTaken() {
        habit("carol");
        privacy.optOut("carol");
        long before = predictor.usage().refused();

        within("carol", () -> versionOf(keptTheme()));

        assertEquals(before + 1, predictor.usage().refused());
        assertFalse(privacy.export("carol").known());
        assertTrue(privacy.export("carol").optedOut());
        privacy.optIn("carol");
        assertFalse(privacy.export("carol").optedOut());
    }

    @Test
    public void whoIsForgottenIsLikeOneNeverSeen() {
        habit("dave");
        usage.needs("dave", "only-dave-needs-this");
        Await.until("it is learned", () -> privacy.export("dave").recent().contains("only-dave-needs-this"));

        assertTrue(privacy.forget("dave"));

        Instant at = Instant.now();
        assertFalse(privacy.export("dave").known());
        assertEquals(predictor.user("never seen", Optional.of(at)), predictor.user("dave", Optional.of(at)));
        assertFalse(predictor.anyone().toString().contains("only-dave"));
        assertFalse(predictor.usage().toString().contains("only-dave"));
    }

    @Test
    public void afterARestartOfBothItStillKnows() throws Exception {
        habit("ada");
        Instant at = Instant.now();
        Outlook before = predictor.user("ada", Optional.of(at));
        Bundle provider = bundle("org.understudy.predictor.provider");
        Bundle manager = bundle("org.understudy.swap.provider");

        provider.stop();
        manager.stop();
        manager.start();
        provider.start();

        getServices();
        assertEquals(before, predictor.user("ada", Optional.of(at)));
    }

    @Test
    public void aModelThatSomebodyStopsComesBackWithWhatWasWrittenDown() throws Exception {
        habit("ada");
        Instant learned = Instant.now();
        Await.until("it is written down", () -> {
            usage.needs("zoe", THEME); // something new to write
            return writtenDown().isAfter(learned);
        });

        context()
                .getBundle(manager().slots(MODEL).stream()
                        .filter(SlotStatus::active)
                        .findFirst()
                        .orElseThrow()
                        .bundleId())
                .stop();

        Await.until(
                () -> "it knows what it knew: " + predictor.user("ada", Optional.empty()),
                () -> next("ada", THEME) > 0.5);
    }

    private Instant writtenDown() throws IOException {
        Path folder = Path.of(context().getProperty("understudy.home"), "state", "predictor");
        try (Stream<Path> files = Files.list(folder)) {
            return Files.getLastModifiedTime(
                            files.filter(file -> file.getFileName().toString().matches("learned-[0-9a-f]+"))
                                    .findFirst()
                                    .orElseThrow())
                    .toInstant();
        }
    }

    private Bundle bundle(String name) {
        return List.of(context().getBundles()).stream()
                .filter(each -> name.equals(each.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
