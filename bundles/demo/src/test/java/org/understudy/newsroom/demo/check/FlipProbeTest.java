package org.understudy.newsroom.demo.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Theme;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapResult;

class FlipProbeTest {
    private final Failures failures = new Failures(System.nanoTime());
    private final FlipProbe probe = new FlipProbe(failures);
    private final AtomicReference<String> onStage = new AtomicReference<>("1");
    private final Theme theme = page -> new Answer<>("<html>", onStage.get());

    @Test
    void theTimeFromTheDecisionToTheFirstAnswerOfTheNewVersionIsMeasured() {
        probe.arm(Part.THEME, theme);
        probe.on(new SwapEvent.Ready("theme", Optional.of("1"), "2"));
        long decided = System.nanoTime();
        onStage.set("2");
        probe.on(new SwapEvent.Flipped("theme", Optional.of("1"), "2", 1, decided, System.nanoTime(), false));
        probe.on(ended());
        double all = (System.nanoTime() - decided) / 1e3;

        assertEquals(1, probe.micros().size());
        assertTrue(probe.micros().median() > 0 && probe.micros().median() < all);
        assertEquals(List.of(), failures.lines());
    }

    @Test
    void aSwapThatIsRefusedAtTheLastMomentMeasuresNothingAndLeavesNoThread() {
        probe.arm(Part.THEME, theme);
        probe.on(new SwapEvent.Ready("theme", Optional.of("1"), "2"));
        probe.on(ended());

        assertEquals(0, probe.micros().size());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("demo-flip-probe")));
    }

    @Test
    void aFailedCallOfTheProbeCounts() {
        Theme broken = page -> {
            throw new IllegalStateException("stopped");
        };
        probe.arm(Part.THEME, broken);
        probe.on(new SwapEvent.Ready("theme", Optional.of("1"), "2"));
        probe.disarm();

        assertTrue(probe.failed() > 0);
    }

    @Test
    void otherResourcesAreNotProbed() {
        probe.arm(Part.THEME, theme);
        probe.on(new SwapEvent.Ready("feed", Optional.of("1"), "2"));

        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("demo-flip-probe")));
    }

    private static SwapEvent ended() {
        return new SwapEvent.Ended(
                "theme",
                new SwapResult.Refused("theme", Optional.of("1"), Optional.of("2"), "no matter"),
                System.nanoTime());
    }
}
