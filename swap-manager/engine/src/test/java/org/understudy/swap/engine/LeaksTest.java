package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.Holder;
import org.understudy.swap.SlotSide;

/** Which versions that nobody needs are said to leak, and when. */
class LeaksTest {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Holder POLLER = new Holder(Holder.Kind.THREAD, "poller");

    private final Diary diary = new Diary(() -> {});
    private final List<Holder> holders = new ArrayList<>();
    private final GenerationWatch watch = new GenerationWatch(loader -> List.copyOf(holders), diary::nanos);
    private final Set<String> retired = new HashSet<>();
    private final List<String> told = new ArrayList<>();

    private GenerationStatus.Use use(GenerationWatch.Entry entry) {
        return retired.contains(entry.version()) ? GenerationStatus.Use.RETIRED : GenerationStatus.Use.ACTIVE;
    }

    private ClassLoader started(String version) {
        ClassLoader loader = new ClassLoader() {};
        watch.watch("theme", version, SlotSide.A, loader);
        return loader;
    }

    private void retires(String version) {
        retired.add(version);
        look();
    }

    private boolean look() {
        return watch.tellLeaks(this::use, GRACE, (entry, found) -> told.add(entry.version() + " " + found.size()));
    }

    private void pass() {
        diary.pass(GRACE.toNanos());
    }

    @Test
    void whatIsHeldIsToldOfOnceAndNotBeforeItHadTimeToEnd() {
        ClassLoader loader = started("1.0.0");
        holders.add(POLLER);
        retires("1.0.0");
        List<String> atOnce = List.copyOf(told);

        pass();
        boolean more = look();
        look();

        assertEquals(List.of(), atOnce);
        assertEquals(List.of("1.0.0 1"), told);
        assertFalse(more);
        assertTrue(watch.find(loader).isPresent());
    }

    @Test
    void whatNobodyIsFoundToHoldMayStillBeCollected() {
        ClassLoader loader = started("1.0.0");
        retires("1.0.0");

        pass();
        boolean more = look();

        assertEquals(List.of(), told);
        assertTrue(more);
        assertTrue(watch.find(loader).isPresent());
    }

    /** Whatever unloads the later one would have unloaded the earlier one too. */
    @Test
    void whatOutlivesAVersionThatRetiredLaterIsHeldBySomethingThatCannotBeFound() {
        ClassLoader kept = started("1.0.0");
        WeakReference<ClassLoader> gone = new WeakReference<>(started("1.1.0"));
        retires("1.0.0");
        diary.pass(1);
        retires("1.1.0");

        await().until(() -> {
            System.gc();
            return gone.refersTo(null);
        });
        pass();
        look();

        assertEquals(List.of("1.0.0 0"), told);
        assertTrue(watch.find(kept).isPresent());
    }

    @Test
    void whatIsOnStageOrTheWayBackOrWasGivenUpOnPurposeIsNotALeak() {
        ClassLoader active = started("1.0.0");
        ClassLoader hangs = new ClassLoader() {};
        watch.watch("theme", "1.1.0", SlotSide.B, hangs).giveUp();
        holders.add(POLLER);
        retires("1.1.0");

        pass();
        look();

        assertEquals(List.of(), told);
        assertTrue(watch.find(active).isPresent() && watch.find(hangs).isPresent());
    }

    @Test
    void theStatusSaysForHowLongAndByWhom() {
        ClassLoader loader = started("1.0.0");
        holders.add(POLLER);
        retires("1.0.0");
        pass();

        GenerationStatus status = watch.alive(this::use).get(0);

        assertEquals(GRACE.toMillis(), status.retiredMillis());
        assertEquals(List.of(POLLER), status.holders());
        assertTrue(watch.find(loader).isPresent());
    }
}
