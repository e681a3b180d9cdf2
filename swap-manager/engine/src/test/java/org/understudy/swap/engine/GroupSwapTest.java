package org.understudy.swap.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.dispatch.Gate;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.SwapResult;
import org.understudy.swap.UnknownResourceException;

class GroupSwapTest {
    @TempDir
    Path home;

    private Theatre theatre;
    private SwapEngine engine;

    @BeforeEach
    void open() throws Exception {
        theatre = new Theatre(home);
        engine = theatre.engine;
        swap("1.0.0");
    }

    @AfterEach
    void close() {
        theatre.close();
    }

    private GroupMember member(String resource, String version) {
        return new GroupMember(resource, Candidate.file(theatre.version(resource, version)));
    }

    private List<SwapResult> swap(String version) {
        return engine.swap(List.of(member("sender", version), member("receiver", version)));
    }

    private void assertAnswer(String version) {
        assertEquals(version, theatre.call("sender"));
        assertEquals(version, theatre.call("receiver"));
    }

    private static List<String> outcomes(List<SwapResult> results) {
        return results.stream().map(SwapResult::outcome).toList();
    }

    @Test
    void allMembersComeOnStageAndTheResultsAreInTheirOrder() {
        List<SwapResult> results = swap("1.1.0");

        assertEquals(List.of("swapped", "swapped"), outcomes(results));
        assertEquals(
                List.of("sender", "receiver"),
                results.stream().map(SwapResult::resource).toList());
        assertAnswer("1.1.0");
    }

    @Test
    void oneThatCannotComeKeepsAllFromComing() {
        theatre.host.broken.add("receiver 1.1.0");

        List<SwapResult> results = swap("1.1.0");

        assertEquals(List.of("refused", "refused"), outcomes(results));
        assertTrue(
                results.get(0).reason().contains("together with receiver"),
                results.get(0).reason());
        assertTrue(
                results.get(1).reason().contains("does not start"),
                results.get(1).reason());
        assertAnswer("1.0.0");
        theatre.host.broken.clear();
        assertEquals(List.of("swapped", "swapped"), outcomes(swap("1.1.0")));
    }

    @Test
    void whatCameTogetherGoesBackTogether() {
        swap("1.1.0");

        SwapResult back = engine.rollback("receiver");

        assertEquals("rolledBack", back.outcome(), back.reason());
        assertEquals("receiver", back.resource());
        assertEquals("together with sender 1.0.0", back.reason());
        assertAnswer("1.0.0");
    }

    @Test
    void oneMemberDoesNotGoBackAloneOnceAnotherHasMovedOn() {
        swap("1.1.0");
        engine.swap("sender", Candidate.file(theatre.version("sender", "1.2.0")));

        SwapResult back = engine.rollback("receiver");

        assertEquals("refused", back.outcome());
        assertTrue(back.reason().contains("sender"), back.reason());
        assertEquals("1.1.0", theatre.call("receiver"));
        assertEquals("1.2.0", theatre.call("sender"));
    }

    @Test
    void whatCameTogetherIsStillKnownAfterARestart() throws Exception {
        swap("1.1.0");
        theatre.close();

        try (Theatre next = new Theatre(home, theatre.host, java.util.Map.of())) {
            next.engine.rollback("sender");

            assertEquals("1.0.0", next.call("receiver"));
        }
    }

    @Test
    void aMemberNamedTwiceIsRefused() {
        List<SwapResult> results = engine.swap(List.of(member("sender", "1.1.0"), member("sender", "1.2.0")));

        assertEquals(List.of("refused", "refused"), outcomes(results));
        assertTrue(
                results.get(0).reason().contains("sender is named twice"),
                results.get(0).reason());
        assertAnswer("1.0.0");
    }

    @Test
    void anUnknownMemberIsNamedAndNothingIsSwapped() {
        List<GroupMember> members =
                List.of(member("sender", "1.1.0"), new GroupMember("nobody", Candidate.version("1.1.0")));

        assertThrows(UnknownResourceException.class, () -> engine.swap(members));
        assertAnswer("1.0.0");
    }

    @Test
    void aBusyMemberKeepsAllFromComing() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        theatre.host.atStart(() -> {
            starting.countDown();
            try {
                mayStart.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Path next = theatre.version("receiver", "1.2.0");
        Thread busy = new Thread(() -> engine.swap("receiver", Candidate.file(next)));
        busy.start();
        starting.await();

        List<SwapResult> results = swap("1.1.0");
        mayStart.countDown();
        busy.join();

        assertEquals(List.of("refused", "refused"), outcomes(results));
        assertTrue(
                results.get(1).reason().contains("receiver is busy with a swap"),
                results.get(1).reason());
        assertEquals("1.0.0", theatre.call("sender"));
        assertEquals("1.2.0", theatre.call("receiver"));
    }

    @Test
    void aMemberThatRestartsHoldsItsCallsAndComesWithTheOthers() {
        theatre.host.onlyOne = true;
        engine.swap("beacon", Candidate.file(theatre.exclusive("beacon", "1.0.0")));
        theatre.host.onlyOne = false;

        List<SwapResult> results = engine.swap(List.of(
                new GroupMember("beacon", Candidate.file(theatre.exclusive("beacon", "1.1.0"))),
                member("sender", "1.1.0")));

        assertEquals(List.of("swapped", "swapped"), outcomes(results), results.toString());
        assertTrue(results.get(0).timing().gapMillis() > 0);
        assertEquals(0, results.get(1).timing().gapMillis());
        assertEquals("1.1.0", theatre.call("beacon"));
    }

    /** Stands for the handle of a member: the gates know it by its name. */
    private static final class HandleOfMast {
        private static void call(Theatre theatre, Runnable inside) {
            theatre.call("mast", inside);
        }
    }

    @Test
    void aCallFromInsideAMemberThatIsToBeEmptiedIsToldSoAtTheGateOfAnotherAndTheSwapGoesOn() throws Exception {
        theatre.host.handles.put("mast", HandleOfMast.class);
        theatre.host.onlyOne = true;
        swapWhatExistsOnce("1.0.0");
        CompletableFuture<Void> inside = new CompletableFuture<>();
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> HandleOfMast.call(theatre, () -> {
            inside.complete(null);
            await().until(() -> theatre.pointer("beacon").route() instanceof Gate);
            theatre.call("beacon");
        }));
        inside.get();

        List<SwapResult> results = swapWhatExistsOnce("1.1.0");

        assertEquals(List.of("swapped", "swapped"), outcomes(results));
        Throwable refusal = assertThrows(CompletionException.class, call::join).getCause();
        assertTrue(refusal.getMessage().contains("from inside a call of mast"), refusal::toString);
    }

    private List<SwapResult> swapWhatExistsOnce(String version) {
        return engine.swap(List.of(
                new GroupMember("beacon", Candidate.file(theatre.exclusive("beacon", version))),
                new GroupMember("mast", Candidate.file(theatre.exclusive("mast", version)))));
    }
}
