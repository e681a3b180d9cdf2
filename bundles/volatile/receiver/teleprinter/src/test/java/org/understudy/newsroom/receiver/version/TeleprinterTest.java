package org.understudy.newsroom.receiver.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.UnreadableMessageException;

class TeleprinterTest {
    private final Teleprinter receiver = new Teleprinter("1.2.3");

    @Test
    void formatOneIsRead() {
        assertEquals(
                new Headline("City", "Tram | late"),
                receiver.read("NEWS/1 City | Tram | late").value());
    }

    @Test
    void formatTwoIsReadWhateverTheTextHolds() {
        assertEquals(
                new Headline("A|B", "late,\nagain 3:x"),
                receiver.read("NEWS/2 3:A|B,15:late,\nagain 3:x,").value());
    }

    @Test
    void aFormatThatIsNotKnownIsNamed() {
        UnreadableMessageException refusal =
                assertThrows(UnreadableMessageException.class, () -> receiver.read("NEWS/3 4:City,3:Fog,"));

        assertEquals("1.2.3", refusal.version());
        assertEquals(
                "receiver 1.2.3 cannot read the message: its format is 3, and only 1 and 2 are known",
                refusal.getMessage());
    }

    @Test
    void whatIsDamagedIsRefused() {
        for (String damaged : List.of(
                "",
                "City | Fog",
                "NEWS/x City | Fog",
                "NEWS/1 City",
                "NEWS/2 City",
                "NEWS/2 4:City",
                "NEWS/2 4:City,99:Fog,",
                "NEWS/2 4:City,3:Fog,more",
                "NEWS/2 9999999:x,")) {
            assertThrows(UnreadableMessageException.class, () -> receiver.read(damaged), damaged);
        }
    }
}
