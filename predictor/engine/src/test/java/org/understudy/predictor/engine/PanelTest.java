package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTest {
    private final List<String> complaints = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Panel panel = new Panel(complaints::add, failures::add);
    private final Scripted base = new Scripted();

    @BeforeEach
    void withABase() {
        panel.base(Optional.of(base));
    }

    private void need(String resource) {
        panel.state(new Need(1, resource, 0));
        panel.learn(new Need(1, resource, 0));
    }

    @Test
    void withoutAnyModelNobodyIsAsked() {
        panel.base(Optional.empty());

        need("theme");

        assertEquals(Optional.empty(), panel.trusted());
        assertEquals(Optional.empty(), panel.save());
        assertEquals(0, panel.bytes());
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 1.5, -0.1, Double.POSITIVE_INFINITY})
    void aBaseThatTalksNonsenseIsNotGoneByAndThatIsToldOnce(double nonsense) {
        base.stated = nonsense;

        need("theme");
        need("theme");

        assertEquals(Optional.empty(), panel.trusted());
        assertEquals(1, failures.size());
        assertEquals(1, complaints.size());
        assertTrue(complaints.get(0).contains("scripted states " + nonsense), complaints::toString);
        assertEquals(Optional.empty(), panel.save(), "what it has learned is not to be trusted");
    }

    @Test
    void aBaseIsGoneByAgainOnceItHasAnsweredSensiblyForAWhile() {
        base.broken = true;
        need("theme");
        base.broken = false;

        for (int i = 0; i < Panel.SENSIBLE - 1; i++) {
            need("theme");
        }
        assertEquals(Optional.empty(), panel.trusted());
        need("theme");

        assertEquals(Optional.of("scripted"), panel.trusted());
        assertEquals(2, complaints.size());
        assertEquals(Panel.SENSIBLE, base.learned.size());
    }

    @Test
    void aBaseThatIsAnotherVersionNowIsBelievedAtOnce() {
        base.broken = true;
        need("theme");

        base.broken = false;
        panel.baseChanges();

        assertEquals(Optional.of("scripted"), panel.trusted());
    }

    @Test
    void anotherModelIsAskedUntilItFailsAndTheBaseHasLearnedMeanwhile() {
        Scripted other = new Scripted();
        panel.other(Optional.of(other));
        need("theme");
        other.broken = true;

        need("store");
        need("page");

        assertEquals(List.of("theme"), other.learned);
        assertEquals(List.of("theme", "store", "page"), base.learned);
        assertEquals(1, complaints.size());
        assertEquals(List.of(), failures);
    }

    @Test
    void whomABaseCouldNotForgetItForgetsAsSoonAsItAnswersAndUntilThenItIsNotSaved() {
        base.broken = true;

        assertFalse(panel.forget(7));
        assertEquals(Optional.empty(), panel.save());
        base.broken = false;
        panel.baseChanges();

        assertTrue(panel.save().isPresent());
        assertEquals(Set.of(7L), base.forgotten);
    }
}
