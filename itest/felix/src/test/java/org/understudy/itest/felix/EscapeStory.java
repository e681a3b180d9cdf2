package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.understudy.itest.felix.greeting.Errands;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.part.Errander;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapResult;

/** What lives on after the call that brought it: stages are waited for, own objects are told of. */
public class EscapeStory extends GreeterStory {
    private static final long DRAIN_DEADLINE_MILLIS = 4000;

    private final CompletableFuture<String> stage = new CompletableFuture<>();

    @Override
    @Configuration
    public Option[] framework() throws IOException {
        return OptionUtils.combine(
                super.framework(),
                CoreOptions.frameworkProperty("understudy.swap.drainDeadlineMillis")
                        .value(String.valueOf(DRAIN_DEADLINE_MILLIS)));
    }

    @After
    public void forgetTheStage() {
        System.getProperties().remove(Errander.STAGE);
    }

    private BundleFile errander(String version) throws IOException {
        return BundleFile.version(resource, version)
                .activator(Errander.class)
                .with(Errander.Answers.class, Errander.Words.class, Errander.Callback.class);
    }

    /** Kept as a careless consumer does. */
    private Errands errands() throws InvalidSyntaxException {
        return context()
                .getService(
                        context().getServiceReferences(Errands.class, "(understudy.resource=" + resource + ")").stream()
                                .findFirst()
                                .orElseThrow());
    }

    private List<EscapeStatus> escapes() {
        return manager().escapes().stream()
                .filter(escape -> escape.resource().equals(resource))
                .toList();
    }

    private EscapeStatus escape(String version, String method, Class<?> type) {
        return new EscapeStatus(
                resource,
                version,
                Errands.class.getName() + "." + method,
                type.getName(),
                FrameworkUtil.getBundle(EscapeStory.class).getSymbolicName(),
                true);
    }

    private SlotStatus slotOf(String version) {
        return manager().slots(resource).stream()
                .filter(slot -> slot.version().filter(version::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Begun on another thread. */
    private FutureTask<SwapResult> swapTo(BundleFile bundle) {
        FutureTask<SwapResult> swap = new FutureTask<>(() -> offer(bundle));
        new Thread(swap, Caller.THREAD + "swapping").start();
        Await.until(
                "the old version is left",
                () -> manager().drain(resource).version().equals(Optional.of(OLD)));
        return swap;
    }

    @Test
    public void objectsOfTheSlotsOwnClassesAreToldOnceWithWhoHoldsThem() throws Exception {
        bring(errander(OLD));
        Errands errands = errands();

        Iterator<String> words = errands.words();
        Iterator<String> again = errands.words();
        Runnable callback = errands.callback();

        assertEquals(
                List.of(escape(OLD, "callback", callback.getClass()), escape(OLD, "words", words.getClass())),
                escapes());
        assertEquals("the other iterator works too", "hello", again.next());
    }

    @Test
    public void objectsOfTheContractAndOfThePlatformAreNot() throws Exception {
        bring(errander(OLD));
        Errands errands = errands();

        assertTrue(errands.greeted() instanceof Greeted);
        assertEquals("hello", errands.copiedWords().next());

        assertEquals(List.of(), escapes());
    }

    @Test
    public void theNextVersionIsToldForItselfAndWhoKeptAnObjectIsStillWithTheOldOne() throws Exception {
        bring(errander(OLD));
        Errands errands = errands();
        Iterator<String> kept = errands.words();

        bring(errander(NEW));
        Iterator<String> next = errands.words();

        assertEquals(List.of(escape(OLD, "words", kept.getClass()), escape(NEW, "words", next.getClass())), escapes());
        assertEquals("hello", kept.next());
    }

    @Test
    public void anAnswerThatComesAfterTheFlipIsWaitedForBeforeTheOldVersionIsPutAside() throws Exception {
        System.getProperties().put(Errander.STAGE, stage);
        bring(errander(OLD));
        Errands errands = errands();
        CompletableFuture<String> answer = errands.later().toCompletableFuture();

        FutureTask<SwapResult> swap = swapTo(errander(NEW));
        Bundle old = context().getBundle(slotOf(OLD).bundleId());
        DrainStatus meanwhile = manager().drain(resource);
        boolean waited = !swap.isDone() && old.getState() == Bundle.ACTIVE;
        CompletionStage<String> next = errands.later();
        stage.complete("done");
        SwapResult result = swap.get(20, TimeUnit.SECONDS);

        assertTrue("the old version waits", waited);
        assertEquals(1, meanwhile.inside());
        assertEquals(OLD, answer.join());
        assertEquals(NEW, next.toCompletableFuture().join());
        assertEquals(result.toString(), "swapped", result.outcome());
        assertEquals(0, manager().drain(resource).cut());
        assertEquals(SlotState.RETAINED, slotOf(OLD).state());
    }

    @Test
    public void anAnswerThatNeverComesIsCutAtTheDeadlineAndCounted() throws Exception {
        System.getProperties().put(Errander.STAGE, stage);
        bring(errander(OLD));
        CompletionStage<String> answer = errands().later();

        SwapResult result = offer(errander(NEW));
        Bundle old = context().getBundle(slotOf(OLD).bundleId());

        assertTrue(result.toString(), result.flipped());
        assertTrue(result.toString(), result.timing().drainMillis() > DRAIN_DEADLINE_MILLIS / 2.0);
        assertTrue(result.toString(), result.reason().contains("1 calls were still inside " + OLD));
        assertEquals(1, manager().drain(resource).cut());
        Await.until("the old version is stopped", () -> old.getState() != Bundle.ACTIVE);
        assertFalse(answer.toCompletableFuture().isDone());
    }
}
