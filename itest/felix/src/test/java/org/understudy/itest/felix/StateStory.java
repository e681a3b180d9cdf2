package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Test;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Remembering;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.Guestbook;
import org.understudy.resource.StateTransfer;
import org.understudy.swap.Candidate;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapResult;

/** State goes with every swap and every rollback, whatever is written meanwhile. */
public class StateStory extends GreeterStory {
    private static final String STORE = "store";
    private static final String ARTICLE = "ten-minutes-to-five";
    private static final int COMMENT_EVERY = 10;
    private static final long PACE_NANOS = 500_000;
    private static final int ROUNDS = 10;
    private static final int MOST_ROUNDS = 100;

    @After
    public void forgetTheNumbers() {
        System.getProperties().remove(Remembering.OPEN);
    }

    private BundleFile remembering(String version, Class<?> activator) throws Exception {
        return BundleFile.version(resource, version)
                .withAllOf(Remembering.class)
                .header("Bundle-Activator", activator.getName())
                .header(
                        "Import-Package",
                        "org.osgi.framework,org.understudy.itest.felix.greeting,org.understudy.resource");
    }

    /** Every number that a caller was given, as often as it was. */
    private static Caller numbering(String name, Greeting greeting, Queue<Long> numbers) {
        return Caller.of(name, () -> {
            Greeted greeted = greeting.greet();
            numbers.add(Long.parseLong(greeted.word()));
            LockSupport.parkNanos(PACE_NANOS); // so that what is carried stays small
            return greeted.version();
        });
    }

    @Test
    public void whatIsWrittenWhileVersionsComeAndGoIsNeitherLostNorDoubled() throws Exception {
        bring(remembering(OLD, Remembering.HandingOver.class));
        Candidate next = Candidate.file(made(remembering(NEW, Remembering.HandingOver.class)));
        Greeting greeting = keptGreeting();
        Queue<Long> numbers = new ConcurrentLinkedQueue<>();

        try (Caller one = numbering("one", greeting, numbers);
                Caller two = numbering("two", greeting, numbers)) {
            for (int round = 0; round < ROUNDS; round++) {
                SwapResult there = manager().swap(resource, next);
                one.awaitCalls(50);
                SwapResult back = manager().rollback(resource);
                two.awaitCalls(50);
                assertEquals(there.toString(), "swapped", there.outcome());
                assertEquals(back.toString(), "rolledBack", back.outcome());
                assertTrue(there.toString(), there.timing().stateBytes() > 0);
            }
        }

        assertEquals(
                LongStream.rangeClosed(1, numbers.size()).boxed().toList(),
                numbers.stream().sorted().toList());
    }

    /** The control: the new version takes over, when it starts, what there is; nothing is held. */
    @Test
    public void withoutAHandoverWhatIsWrittenBetweenStartAndFlipIsLost() throws Exception {
        bring(remembering(OLD, Remembering.Copying.class));
        List<Candidate> versions = List.of(
                Candidate.file(made(remembering(NEW, Remembering.Copying.class))),
                Candidate.file(made(remembering(OLD, Remembering.Copying.class)))
                        .allowingLower());
        Queue<Long> numbers = new ConcurrentLinkedQueue<>();

        try (Caller caller = numbering("control", keptGreeting(), numbers)) {
            for (int round = 0; round < MOST_ROUNDS && !lost(numbers); round++) {
                SwapResult result = manager().swap(resource, versions.get(round % 2));
                assertTrue(result.toString(), result.flipped());
                caller.awaitCalls(50);
            }
        }

        assertTrue("a number was given twice", lost(numbers));
    }

    private static boolean lost(Queue<Long> numbers) {
        List<Long> all = new ArrayList<>(numbers);
        return new TreeSet<>(all).size() < all.size();
    }

    @Test
    public void aVersionThatCannotReadTheStateIsRefusedAndTheOldOneGoesOnWithIt() throws Exception {
        bring(remembering(OLD, Remembering.HandingOver.class));
        assertEquals("1", greeted().word());

        SwapResult result = offer(remembering(NEW, Remembering.Forgetful.class));

        assertRefused(result, resource + " 1.1.0", "numbers/2", "not one number", "--allow-loss");
        assertEquals("2", greeted().word());
        assertAnswers(OLD);
    }

    @Test
    public void onlyTheSwapManagerSeesWhatStateIsHandedOverBy() throws Exception {
        bring(remembering(OLD, Remembering.HandingOver.class));

        assertNull(context().getServiceReference(StateTransfer.class));
        assertFalse(keptGreeting() instanceof StateTransfer);
        assertNull(handle().getProperty(StateTransfer.WRITES));
    }

    @Test
    public void newsroomsPlanNamesTheFormatAndCommentsGoBothWays() throws Exception {
        SwapPlan plan = manager().plan(STORE, Candidate.version(NEW));
        Guestbook guestbook = context().getService(context().getServiceReference(Guestbook.class));
        Queue<String> comments = new ConcurrentLinkedQueue<>();
        AtomicInteger readings = new AtomicInteger();

        try (Caller writer = Caller.of("writer", () -> {
            if (readings.get() > comments.size() * COMMENT_EVERY) {
                Answer<Comment> answer = guestbook.write(ARTICLE, "story", "comment " + comments.size());
                comments.add(answer.value().text());
                return answer.version();
            }
            Answer<Long> answer = guestbook.read(ARTICLE);
            readings.incrementAndGet();
            LockSupport.parkNanos(PACE_NANOS);
            return answer.version();
        })) {
            for (int round = 0; round < 3; round++) {
                SwapResult there = manager().swap(STORE, Candidate.version(NEW));
                assertEquals(there.toString(), "swapped", there.outcome());
                writer.awaitCalls(50);
                SwapResult back = manager().rollback(STORE);
                assertEquals(back.toString(), "rolledBack", back.outcome());
                writer.awaitCalls(50);
            }
        }

        assertTrue(plan.steps().toString(), plan.steps().toString().contains("up to store 1.1.0 as guestbook/1"));
        assertEquals(Optional.of(OLD), manager().resource(STORE).activeVersion());
        assertEquals(readings.get(), guestbook.readings(ARTICLE).value().intValue());
        assertEquals(
                List.copyOf(comments),
                guestbook.comments(ARTICLE, Guestbook.MOST_COMMENTS).value().stream()
                        .map(Comment::text)
                        .toList());
    }
}
