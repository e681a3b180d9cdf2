package org.understudy.predictor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PseudonymTest {
    private final SecureRandom random = new SecureRandom();
    private final PseudonymKey today = PseudonymKey.random(random);
    private final PseudonymKey tomorrow = PseudonymKey.random(random);

    @Test
    void a_user_has_one_pseudonym_under_a_key_and_another_under_the_next() {
        assertEquals(today.of("ada"), today.of("ada"));
        assertNotEquals(today.of("ada"), today.of("bob"));
        assertNotEquals(today.of("ada"), tomorrow.of("ada"));
    }

    @Test
    void pseudonyms_are_carried_over_to_the_next_key_without_a_name() {
        PseudonymKey.Succession succession = today.to(tomorrow);

        for (String name : new String[] {"ada", "bob", "", "a name with spaces and \u00fcmlauts"}) {
            assertEquals(tomorrow.of(name), succession.successor(today.of(name)));
        }
    }

    @Test
    void keys_and_pseudonyms_survive_being_written_down() {
        PseudonymKey read = PseudonymKey.of(today.bytes());

        assertEquals(today.of("ada"), read.of("ada"));
        assertEquals(today.of("ada"), Pseudonym.of(today.of("ada").bytes()));
        assertEquals(Pseudonym.BYTES, new Pseudonym(BigInteger.ONE).bytes().length);
        assertEquals(new Pseudonym(BigInteger.ONE), Pseudonym.of(new Pseudonym(BigInteger.ONE).bytes()));
    }

    @Test
    void what_is_no_key_and_no_pseudonym_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> PseudonymKey.of(new byte[Pseudonym.BYTES]));
        assertThrows(IllegalArgumentException.class, () -> today.to(tomorrow)
                .successor(new Pseudonym(BigInteger.valueOf(1)))); // no point has it
    }

    @Test
    void neither_stands_in_a_log() {
        assertFalse(today.of("ada").toString().contains(today.of("ada").x().toString()));
        assertEquals("a key for pseudonyms", today.toString());
    }
}
