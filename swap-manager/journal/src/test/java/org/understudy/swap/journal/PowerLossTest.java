package org.understudy.swap.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.understudy.swap.journal.outage.Aftermath;

/**
 * Lets the power go off before every step of a journal's life and looks at what may be left: all that was acknowledged
 * is there, nothing that was refused, and the journal goes on. {@link ForceTest} shows that this finds a force that is
 * missing.
 */
class PowerLossTest {
    private static final Optional<String> NONE = Optional.empty();

    private final Plays plays = new Plays(UnaryOperator.identity());

    /** Where many steps are combined. */
    private static List<Aftermath> few(long seed) {
        return List.of(
                new Aftermath(Aftermath.Names.NONE, Aftermath.Bytes.NONE, 0),
                new Aftermath(Aftermath.Names.ALL, Aftermath.Bytes.TORN, 0),
                new Aftermath(Aftermath.Names.ALL, Aftermath.Bytes.UNCUT, 0),
                new Aftermath(Aftermath.Names.ANY, Aftermath.Bytes.ANY, seed));
    }

    private static List<Aftermath> extremesAnd(int chances, long seed) {
        List<Aftermath> all = new ArrayList<>(Aftermath.extremes());
        all.addAll(Aftermath.chances(seed, chances));
        return all;
    }

    @Test
    void nothingIsLostWhateverThePowerLossLeavesOfWhatWasNotForced() throws IOException {
        assertEquals(NONE, plays.firstComplaint(Plays::life, 1, extremesAnd(30, 1)));
        assertTrue(plays.looked() > 1000, "looked at " + plays.looked());
    }

    @Test
    void whatWasShownAfterAKillIsThereAfterThePowerLossThatFollows() throws IOException {
        for (int kill = 1; kill <= plays.steps(Plays::life); kill++) {
            assertEquals(NONE, plays.firstComplaint(Plays.killedBefore(kill), kill, few(kill)), "kill " + kill);
        }
    }

    @Test
    void aSecondOutageDuringTheRecoveryFromTheFirstLosesNothing() throws IOException {
        assertEquals(NONE, plays.firstComplaintOfTwo(Plays::life, few(7)));
        assertTrue(plays.looked() > 1000, "looked at " + plays.looked());
    }

    @Test
    void whatWasRefusedBecauseAStepFailedStaysOutAndTheRestIsKept() throws IOException {
        for (int failing = 1; failing <= plays.steps(Plays::life); failing++) {
            assertEquals(
                    NONE, plays.firstComplaint(Plays.failingAt(failing), failing, few(failing)), "failing " + failing);
        }
    }
}
