package org.understudy.bench.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The benchmark of kills must be able to find something: each way of being wrong is told to it here. */
class ExpectationTest {
    private static final String FIRST = "stands feed=1.0.0 store=1.0.0 theme=1.0.0";

    private final Expectation expectation = new Expectation();

    @BeforeEach
    void begins() {
        expectation.boots();
        assertEquals(List.of(), told(FIRST, "ready"));
    }

    @Test
    void aKillDuringASwapLeavesTheVersionBefore() {
        assertEquals(List.of(), told("begin swap theme=1.1.0"));
        assertEquals(List.of(), afterAKill(FIRST));
    }

    @Test
    void aProvisionalVersionThatSurvivesAKillIsWrong() {
        told("begin swap theme=1.1.0", "ended done feed=1.0.0 store=1.0.0 theme=1.1.0?");
        assertFound("wrong version", afterAKill("stands feed=1.0.0 store=1.0.0 theme=1.1.0?"));
    }

    @Test
    void whatWasCommittedStays() {
        told(
                "begin swap theme=1.1.0",
                "ended done feed=1.0.0 store=1.0.0 theme=1.1.0?",
                "begin commit theme=1.1.0",
                "ended done feed=1.0.0 store=1.0.0 theme=1.1.0");
        assertFound("wrong version", afterAKill(FIRST));
    }

    @Test
    void aGroupIsOnOneSideAlsoWhenItsCommitIsCutOff() {
        told(
                "begin groupSwap store=1.1.0 theme=1.1.0",
                "ended done feed=1.0.0 store=1.1.0? theme=1.1.0?",
                "begin commit store=1.1.0 theme=1.1.0");
        assertFound("wrong version", afterAKill("stands feed=1.0.0 store=1.1.0 theme=1.0.0"));
    }

    @Test
    void aRollbackOfACommittedVersionThatIsCutOffMayHaveHappenedOrNot() {
        told(
                "begin swap theme=1.1.0",
                "ended done feed=1.0.0 store=1.0.0 theme=1.1.0?",
                "begin commit theme=1.1.0",
                "ended done feed=1.0.0 store=1.0.0 theme=1.1.0",
                "begin rollback theme=1.0.0");
        assertEquals(List.of(), afterAKill(FIRST));
    }

    @Test
    void anEndInGoodOrderKeepsWhatIsProvisional() {
        told("begin swap theme=1.1.0", "ended done feed=1.0.0 store=1.0.0 theme=1.1.0?", "begin stop", "stopped");
        assertFound("wrong version", afterAKill(FIRST));
    }

    @Test
    void aSwapThatSaysItIsDoneAndIsNotIsFound() {
        assertFound("swap", told("begin swap theme=1.1.0", "ended done feed=1.0.0 store=1.0.0 theme=1.0.0"));
    }

    @Test
    void aCommentThatWasAcknowledgedMustBeThereAndOnlyOneMoreMay() {
        told("wrote 1 1", "wrote 1 2");
        assertFound("lost state", afterAKill("kept 1 1"));
        assertFound("lost state", afterAKill("kept 1 3"));
        told("wrote 2 1");
        assertEquals(List.of(), afterAKill("kept 2 2"));
        assertFound("lost state", afterAKill("kept 2 1"));
    }

    private List<String> afterAKill(String line) {
        expectation.ended();
        expectation.boots();
        return told(line);
    }

    private List<String> told(String... lines) {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            found.addAll(expectation.take(line));
        }
        return found;
    }

    private static void assertFound(String beginning, List<String> found) {
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith(beginning), found.toString());
    }
}
