package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.understudy.dispatch.Closed;
import org.understudy.dispatch.Exit;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Pointer;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.SlotSide;

/** Objects of a slot's own classes that get out. */
class EscapesTest {
    private final GenerationWatch watch = new GenerationWatch(loader -> List.of(), System::nanoTime);
    private final Escapes escapes = new Escapes(watch, Class::getSimpleName);
    private final Generation generation = new Generation("feed 1.0.0");
    private SlotLoader loader = new SlotLoader();

    /** Of the slot's own, once its loader defines it. */
    public static final class Cursor {}

    /** Defines the cursor itself, as a slot does with its own classes. */
    private static final class SlotLoader extends ClassLoader {
        private final Class<?> cursor;

        SlotLoader() {
            super(EscapesTest.class.getClassLoader());
            try (InputStream file = EscapesTest.class.getResourceAsStream("EscapesTest$Cursor.class")) {
                byte[] bytes = file.readAllBytes();
                cursor = defineClass(Cursor.class.getName(), bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        Object newCursor() {
            try {
                return cursor.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Stands where a handle does on the stack. */
    private static final class FeedHandle {
        private final Exit exit;

        FeedHandle(Exit exit) {
            this.exit = exit;
        }

        Object next(Generation generation, Object result) {
            exit.pass(generation, result);
            return result;
        }
    }

    private FeedHandle handle(String resource) {
        Pointer pointer = new Pointer(resource, new Closed("nothing yet"), escapes.watch(resource));
        return new FeedHandle(pointer.exit("Feed.next"));
    }

    private void start(String resource) {
        watch.watch(resource, "1.0.0", SlotSide.A, loader);
    }

    @Test
    void anObjectOfTheSlotsOwnClassIsReportedWithWhoGotIt() {
        start("feed");

        Object kept = handle("feed").next(generation, loader.newCursor());

        assertEquals(
                List.of(new EscapeStatus("feed", "1.0.0", "Feed.next", Cursor.class.getName(), "EscapesTest", true)),
                escapes.all());
        assertTrue(kept != null);
    }

    @Test
    void itIsReportedOnceHoweverOftenAndThroughHoweverManyHandlesItIsSeen() {
        start("feed");
        FeedHandle handle = handle("feed");
        FeedHandle another = handle("feed");

        handle.next(generation, loader.newCursor());
        handle.next(generation, "of the platform, in between");
        handle.next(generation, loader.newCursor());
        another.next(generation, loader.newCursor());

        assertEquals(1, escapes.all().size());
    }

    @Test
    void objectsOfTheContractOfThePlatformAndOfOtherResourcesAreNoEscapes() {
        start("feed");

        handle("feed").next(generation, new Cursor());
        handle("feed").next(generation, "text");
        handle("theme").next(generation, loader.newCursor());

        assertEquals(List.of(), escapes.all());
    }

    @Test
    void whoGotItIsLookedForBehindThePlatform() {
        start("feed");
        FeedHandle handle = handle("feed");

        Optional.of(loader.newCursor()).map(cursor -> handle.next(generation, cursor));

        assertEquals("EscapesTest", escapes.all().get(0).holder());
    }

    @Test
    void otherWaysOutAreReportedWithTheCallerThatTheyName() {
        start("feed");
        EscapeReport report = escapes.report("feed");

        report.report("session attribute 'cart'", loader.newCursor(), String.class);
        report.report("session attribute 'name'", "text", String.class);

        assertEquals(
                List.of("session attribute 'cart' String"),
                escapes.all().stream()
                        .map(escape -> escape.through() + " " + escape.holder())
                        .toList());
    }

    @Test
    void anObjectThatIsCollectedIsNoLongerAliveAndALaterOneTakesItsPlace() {
        start("feed");
        FeedHandle handle = handle("feed");
        handle.next(generation, loader.newCursor());
        Awaitility.await().until(() -> {
            System.gc();
            return !escapes.all().get(0).alive();
        });

        handle.next(generation, "of the platform, in between");
        Object later = handle.next(generation, loader.newCursor());

        assertTrue(escapes.all().get(0).alive());
        assertTrue(later != null);
    }

    @Test
    void aVersionThatHasEscapesCanBeCollectedAndIsForgottenThen() {
        start("feed");
        FeedHandle handle = handle("feed");
        handle.next(generation, loader.newCursor());
        assertFalse(escapes.all().isEmpty());

        loader = null;

        Awaitility.await().until(() -> {
            System.gc();
            return escapes.all().isEmpty();
        });
        handle.next(generation, "the handle lives on");
    }
}
