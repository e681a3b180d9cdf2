package org.understudy.newsroom.receiver.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.UnreadableMessageException;

class TelegraphTest {
    private final Telegraph receiver = new Telegraph("1.2.3");

    @Test
    void formatOneIsRead() {
        assertEquals(
                new Headline("City", "Tram | late"),
                receiver.read("NEWS/1 City | Tram | late").value());
    }

    @Test
    void aFormatThatIsNotKnownIsNamed() {
        UnreadableMessageException refusal =
                assertThrows(UnreadableMessageException.class, () -> receiver.read("NEWS/2 4:City,3:Fog,"));

        assertEquals("1.2.3", refusal.version());
        assertEquals(
                "receiver 1.2.3 cannot read the message: its format is 2, and only 1 is known", refusal.getMessage());
    }

    @Test
    void whatIsDamagedIsRefused() {
        for (String damaged : List.of("", "City | Fog", "NEWS/x City | Fog", "NEWS/1 City")) {
            assertThrows(UnreadableMessageException.class, () -> receiver.read(damaged), damaged);
        }
    }
}
