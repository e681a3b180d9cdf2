package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterTest {
    private final SecureRandom random = new SecureRandom();
    private final Roster roster = new Roster(PseudonymKey.random(random));

    @Test
    void a_user_keeps_the_number_and_nobody_else_has_it() {
        long ada = roster.numberOf("ada", 1).orElseThrow();
        long bob = roster.numberOf("bob", 2).orElseThrow();

        assertEquals(Optional.of(ada), roster.numberOf("ada", 3));
        assertTrue(ada != bob && ada != Foresight.NOBODY && bob != Foresight.NOBODY);
    }

    @Test
    void a_user_keeps_the_number_over_a_change_of_the_key() {
        long ada = roster.numberOf("ada", 1).orElseThrow();
        roster.optOut("bob");

        roster.succeed(PseudonymKey.random(random));

        assertEquals(Optional.of(ada), roster.numberOf("ada", 2));
        assertEquals(Optional.empty(), roster.numberOf("bob", 2));
    }

    @Test
    void no_pseudonym_of_before_is_left_after_a_change_of_the_key() {
        roster.numberOf("ada", 1);
        Pseudonym before = roster.find("ada").orElseThrow().pseudonym();

        roster.succeed(PseudonymKey.random(random));

        assertTrue(roster.kept().users().stream()
                .noneMatch(entry -> entry.pseudonym().equals(before)));
    }

    @Test
    void who_has_opted_out_gets_no_number_until_opting_in() {
        roster.optOut("ada");

        assertEquals(Optional.empty(), roster.numberOf("ada", 1));
        assertTrue(roster.hasOptedOut("ada"));

        roster.optIn("ada");

        assertTrue(roster.numberOf("ada", 1).isPresent());
    }

    @Test
    void who_is_forgotten_comes_back_as_somebody_else() {
        long before = roster.numberOf("ada", 1).orElseThrow();

        roster.remove("ada");

        assertFalse(roster.has(before));
        assertTrue(roster.numberOf("ada", 2).orElseThrow() != before);
    }

    @Test
    void who_was_not_seen_for_long_is_forgotten_and_the_model_is_to_hear_of_it() {
        long ada = roster.numberOf("ada", 1).orElseThrow();
        long bob = roster.numberOf("bob", 10).orElseThrow();

        roster.removeUnseenSince(5);

        assertEquals(List.of(ada), roster.takeLeft());
        assertEquals(List.of(), roster.takeLeft());
        assertTrue(roster.has(bob));
    }

    @Test
    void what_is_kept_makes_the_same_roster() {
        long ada = roster.numberOf("ada", 1).orElseThrow();
        roster.optOut("bob");

        Roster again = Roster.of(roster.kept());

        assertEquals(Optional.of(ada), again.numberOf("ada", 2));
        assertEquals(Optional.empty(), again.numberOf("bob", 2));
        assertTrue(again.numberOf("carol", 2).orElseThrow() > ada);
    }
}
