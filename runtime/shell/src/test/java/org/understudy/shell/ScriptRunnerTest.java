package org.understudy.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.understudy.resource.Criticality;

class ScriptRunnerTest {
    private final FakeSwapManager manager = new FakeSwapManager().with("theme", Criticality.VOLATILE, "1.0.0");
    private final Gogo gogo = new Gogo(manager);

    @AfterEach
    void close() {
        gogo.close();
    }

    @Test
    void runsEachLineAndSkipsCommentsAndBlankLines() {
        Gogo.Ran ran = gogo.script("# swap there and back", "", "swap theme 1.1.0", "  rollback theme");

        assertEquals(0, ran.status(), ran.err());
        assertEquals(2, ran.out().lines().count(), ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void theFirstLineThatFailsEndsTheScriptAndIsNamed() {
        manager.refuseWith = "theme 1.1.0 does not resolve: package x is missing; install what exports it";

        Gogo.Ran ran = gogo.script("resources", "# next fails", "swap theme 1.1.0", "slots theme");

        assertEquals(1, ran.status());
        assertEquals("line 3: swap theme 1.1.0: " + manager.refuseWith + System.lineSeparator(), ran.err());
        assertFalse(ran.out().contains("SLOT"), ran.out());
    }

    @Test
    void anUnknownCommandIsAFailure() {
        Gogo.Ran ran = gogo.script("swop theme 1.1.0");

        assertEquals(1, ran.status());
        assertTrue(ran.err().startsWith("line 1: swop theme 1.1.0: "), ran.err());
    }

    @Test
    void aFailureInTheMiddleOfAPipeIsAFailure() {
        gogo.add("gogo", "cat", (session, arguments) -> null);

        Gogo.Ran ran = gogo.script("swap nothing 1.1.0 | cat");

        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("there is no resource 'nothing'"), ran.err());
    }

    @Test
    void theResultOfAGogoCommandIsPrintedAsGogoDoes() {
        gogo.add("gogo", "answer", (session, arguments) -> 42);

        assertEquals("42", gogo.script("answer").out().strip());
    }

    @Test
    void aRefusedSwapPrintsItsJsonAndFails() {
        manager.refuseWith = "no";

        Gogo.Ran ran = gogo.script("swap theme 1.1.0 --json");

        assertEquals(1, ran.status());
        assertEquals(
                "{\"resource\":\"theme\",\"from\":\"1.0.0\",\"to\":\"1.1.0\",\"outcome\":\"refused\",\"reason\":\"no\","
                        + "\"flipMicros\":0.0,\"drainMillis\":0.0,\"gapMillis\":0.0,\"heldCalls\":0,\"stateBytes\":0}",
                ran.out().strip());
        assertEquals("line 1: swap theme 1.1.0 --json: no", ran.err().strip());
    }
}
