package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.dispatch.ResourceUnavailableException;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotSide;
import org.understudy.swap.SwapResult;

/** What a resource offers may change between swaps, and from one version to the next. */
class FollowingTest {
    private static final SlotId SLOT = new SlotId("theme", SlotSide.A);

    @TempDir
    Path home;

    private Theatre theatre;
    private SwapEngine engine;

    @BeforeEach
    void open() throws Exception {
        theatre = new Theatre(home);
        engine = theatre.engine;
        engine.swap("theme", Candidate.file(theatre.version("theme", "1.0.0")));
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private static ServiceShape shape(String type, Map<String, Object> properties, String... fixed) {
        return new ServiceShape(List.of(type), "greeter", properties, ServiceShape.Scope.SINGLETON, Set.of(fixed));
    }

    private void offers(String version, ServiceShape... shapes) {
        theatre.host.scripts.put(
                "theme " + version, new FakeHost.Script(List.of(shapes), (Supplier<String>) () -> version));
    }

    private List<String> shown() {
        return theatre.host.fronts.get("theme").shown.stream()
                .map(handle -> handle.shape().interfaces().get(0)
                        + new java.util.TreeMap<>(handle.shape().properties()))
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void aServiceThatComesGetsAHandle() {
        offers("1.0.0", shape(Theatre.GREETER, Map.of()), shape("greeter.Farewell", Map.of()));

        engine.slotWatch().changed(SLOT, "a service came");

        await().until(() -> shown().size() == 2);
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void changedPropertiesAreMirroredByTheHandleThatIsThere() {
        offers("1.0.0", shape(Theatre.GREETER, Map.of("tone", "warm")));

        engine.slotWatch().changed(SLOT, "a service was modified");

        await().until(() -> shown().equals(List.of(Theatre.GREETER + "{tone=warm}")));
    }

    @Test
    void aServiceThatGoesForGoodTakesItsHandleWithItAndOneThatReturnsGetsItAgain() {
        ServiceShape farewell = shape("greeter.Farewell", Map.of());
        offers("1.0.0", shape(Theatre.GREETER, Map.of()), farewell);
        engine.slotWatch().changed(SLOT, "a service came");
        await().until(() -> shown().size() == 2);

        theatre.host.gone.add(farewell);
        engine.slotWatch().disturbed(SLOT, "a service went");
        await().until(() -> shown().size() == 1);
        String note = engine.resource("theme").note();
        theatre.host.gone.clear();
        engine.slotWatch().changed(SLOT, "a service came");
        await().until(() -> shown().size() == 2);

        assertTrue(
                theatre.host.fronts.get("theme").dismissed.stream()
                        .flatMap(offer -> offer.services().stream())
                        .anyMatch(service -> service.source().equals(farewell)),
                "what stands before a service that went is ended");
        assertTrue(note.contains("no longer offers greeter.Farewell"), note);
        assertEquals("1.0.0", theatre.call("theme"));
    }

    @Test
    void withoutAnyServiceLeftTheResourceIsDownUntilOneReturns() {
        Object only = theatre.host.scripts.get("theme 1.0.0").shapes().get(0);
        theatre.host.gone.add(only);
        engine.slotWatch().disturbed(SLOT, "a service went");

        assertThrows(ResourceUnavailableException.class, () -> theatre.call("theme"));
        await().until(() -> shown().isEmpty());
        theatre.host.gone.clear();
        engine.slotWatch().changed(SLOT, "a service came");

        await().until(() -> shown().size() == 1);
    }

    @Test
    void aHandleWhoseWhiteboardPropertiesChangeIsReplacedAfterTheFlipAndNeverModified() {
        Path next = theatre.version("theme", "1.1.0");
        offers("1.0.0", shape(Theatre.GREETER, Map.of("pattern", "/old"), "pattern"));
        offers("1.1.0", shape(Theatre.GREETER, Map.of("pattern", "/new"), "pattern"));
        theatre.close();

        try (Theatre again = reopened()) {
            List<String> warnings =
                    again.engine.plan("theme", Candidate.file(next)).warnings();
            SwapResult result = again.engine.swap("theme", Candidate.file(next));

            assertTrue(warnings.toString().contains("pattern from /old to /new"), warnings.toString());
            assertEquals("swapped", result.outcome(), result.reason());
            assertEquals(
                    List.of(Theatre.GREETER + "{pattern=/new}"),
                    again.host.fronts.get("theme").shown.stream()
                            .map(handle -> handle.shape().interfaces().get(0)
                                    + handle.shape().properties())
                            .toList());
        }
    }

    private Theatre reopened() {
        try {
            return new Theatre(home, theatre.host, Map.of());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void propertiesThatTheNextVersionChangesAreMirroredAfterTheFlip() {
        Path next = theatre.version("theme", "1.1.0");
        offers("1.1.0", shape(Theatre.GREETER, Map.of("tone", "cool")));

        engine.swap("theme", Candidate.file(next));
        List<String> there = shown();
        engine.rollback("theme");

        assertEquals(List.of(Theatre.GREETER + "{tone=cool}"), there);
        assertEquals(List.of(Theatre.GREETER + "{}"), shown());
    }

    @Test
    void aVersionThatMayLoseAServiceComesWithoutIt() {
        ServiceShape farewell = shape("greeter.Farewell", Map.of());
        offers("1.0.0", shape(Theatre.GREETER, Map.of()), farewell);
        engine.slotWatch().changed(SLOT, "a service came");
        await().until(() -> shown().size() == 2);
        Path next = theatre.version("theme", "1.1.0");

        SwapResult refused = engine.swap("theme", Candidate.file(next));
        SwapResult allowed = engine.swap("theme", Candidate.file(next).allowingLoss());

        assertTrue(refused.reason().contains("does not offer greeter.Farewell"), refused.reason());
        assertEquals("swapped", allowed.outcome(), allowed.reason());
        assertEquals(1, shown().size());
    }

    @Test
    void aBundleThatOffersNothingIsSwappedAndTheOldOneStopped() {
        theatre.host.scripts.put("archivist 1.0.0", new FakeHost.Script(List.of(), "nothing"));
        theatre.host.scripts.put("archivist 1.1.0", new FakeHost.Script(List.of(), "nothing"));

        SwapResult first = engine.swap("archivist", Candidate.file(theatre.silent("archivist", "1.0.0")));
        SwapResult second = engine.swap("archivist", Candidate.file(theatre.silent("archivist", "1.1.0")));

        assertEquals("swapped", first.outcome(), first.reason());
        assertEquals("swapped", second.outcome(), second.reason());
        await().until(() -> !theatre.host.running.contains(new SlotId("archivist", SlotSide.A)));
        assertEquals(Set.of(SLOT, new SlotId("archivist", SlotSide.B)), theatre.host.onStage);
    }

    @Test
    void onlyTheVersionThatAnswersIsOnStage() {
        engine.swap("theme", Candidate.file(theatre.version("theme", "1.1.0")));
        Set<SlotId> there = Set.copyOf(theatre.host.onStage);
        engine.rollback("theme");

        assertEquals(Set.of(new SlotId("theme", SlotSide.B)), there);
        assertEquals(Set.of(SLOT), theatre.host.onStage);
    }
}
