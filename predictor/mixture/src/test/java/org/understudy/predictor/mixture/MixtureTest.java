package org.understudy.predictor.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.resource.StateFormat;

class MixtureTest {
    private static final StateFormat FORMAT = StateFormat.parse(Mixture.FORMAT);

    private final Mixture mixture = new Mixture();

    private void habit() {
        for (int second = 0; second < 200; second++) {
            mixture.learn(1, second * 1_000L, second % 2 == 0 ? "theme" : "store");
        }
    }

    private static ByteArrayInputStream exported(Mixture from) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        from.exportTo(FORMAT, out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    @Test
    void takesNoMemoryUntilItIsNeeded() throws IOException {
        mixture.forget(1);
        mixture.load(InputStream.nullInputStream());
        assertEquals(List.of(), mixture.remembered(1).recent());
        assertEquals(0, mixture.bytes());

        habit();

        assertTrue(mixture.bytes() > 0);
    }

    @Test
    void theNextVersionStatesWhatThisOneWouldHaveStated() throws IOException {
        habit();
        Mixture next = new Mixture();

        next.importFrom(FORMAT, exported(mixture));

        assertEquals(mixture.next(1, 200_000), next.next(1, 200_000));
        assertEquals("theme", next.next(1, 200_000).resources().get(0).resource());
        assertEquals(mixture.within(1, 200_000), next.within(1, 200_000));
        assertEquals(mixture.remembered(1), next.remembered(1));
    }

    @Test
    void whatHasLearnedNothingHandsThatOver() throws IOException {
        Mixture next = new Mixture();

        next.importFrom(FORMAT, exported(mixture));

        assertEquals(0, next.remembered(1).events());
    }

    @Test
    void whatIsNoStateIsRefusedAndChangesNothing() {
        habit();
        ByteArrayInputStream nonsense = new ByteArrayInputStream("nonsense".getBytes(StandardCharsets.UTF_8));

        assertThrows(IOException.class, () -> mixture.importFrom(FORMAT, nonsense));

        assertTrue(mixture.remembered(1).events() > 0);
    }

    @Test
    void givenNothingItBeginsAnew() throws IOException {
        habit();

        mixture.load(InputStream.nullInputStream());

        assertEquals(0, mixture.remembered(1).events());
    }
}
