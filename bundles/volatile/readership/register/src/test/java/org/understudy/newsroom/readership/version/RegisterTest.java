package org.understudy.newsroom.readership.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private final Register register = new Register(2);

    @Test
    void theFavouriteIsWhatWasReadMost() {
        register.enter("/a");
        register.enter("/b");
        register.enter("/b");

        assertEquals(Optional.of("/b"), register.favourite());
    }

    @Test
    void pathsBeyondTheBoundAreNotKept() {
        register.enter("/a");
        register.enter("/a");
        register.enter("/b");
        for (int reader = 0; reader < 5; reader++) {
            register.enter("/made-up");
        }

        assertEquals(Optional.of("/a"), register.favourite());
    }

    @Test
    void withoutReadersThereIsNoFavourite() {
        assertEquals(Optional.empty(), register.favourite());
    }
}
