package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.SwapRequest;

/**
 * A group is committed and taken back by several at the same instant: it stays whole. Without {@link
 * Troupe#refuseUnlessTogether} one run in two of 2,000 rounds fails ({@code -Dunderstudy.race.rounds=2000}): nobody is left to go back, and that
 * throws.
 */
class GroupDecisionRaceTest {
    private static final int ROUNDS = Integer.getInteger("understudy.race.rounds", 500);

    @TempDir
    Path home;

    @Test
    void aGroupStaysWholeWhoeverDecidesAboutItAtTheSameInstant() throws Exception {
        SwapSettings provisional = Theatre.quick(CommitPolicy.DEFAULTS.baking(Duration.ofMinutes(1)));
        try (Theatre theatre = new Theatre(home, new FakeHost(), Map.of(), provisional, InstantSource.system())) {
            List<String> names = List.of("feed", "theme");
            List<Path> older = files(theatre, names, "1.0.0");
            List<Path> newer = files(theatre, names, "1.1.0");
            bring(theatre, names, older);
            ExecutorService deciders = Executors.newFixedThreadPool(3);
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    boolean old = theatre.call("feed").equals("1.0.0");
                    bring(theatre, names, old ? newer : older);

                    decide(
                            deciders,
                            List.of(
                                    () -> theatre.engine.commit("feed", "race", ""),
                                    () -> theatre.engine.rollback("feed"),
                                    () -> theatre.engine.rollback("theme")));

                    assertEquals(theatre.call("feed"), theatre.call("theme"), "in round " + round);
                }
            } finally {
                deciders.shutdownNow();
            }
        }
    }

    private static void decide(ExecutorService deciders, List<Callable<Object>> decisions) throws Exception {
        CyclicBarrier together = new CyclicBarrier(decisions.size());
        List<Future<Object>> decided = new ArrayList<>();
        for (Callable<Object> decision : decisions) {
            decided.add(deciders.submit(() -> {
                together.await();
                return decision.call();
            }));
        }
        for (Future<Object> each : decided) {
            each.get(20, TimeUnit.SECONDS);
        }
    }

    private static List<Path> files(Theatre theatre, List<String> names, String version) {
        return names.stream()
                .map(name -> theatre.version(name, version, Criticality.VOLATILE, ""))
                .toList();
    }

    private static void bring(Theatre theatre, List<String> names, List<Path> files) {
        List<GroupMember> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            members.add(new GroupMember(
                    names.get(i), Candidate.file(files.get(i)).allowingLower().allowingBad()));
        }
        theatre.engine
                .swap(SwapRequest.of(members).superseding())
                .forEach(result -> assertEquals("swapped", result.outcome(), result.reason()));
    }
}
