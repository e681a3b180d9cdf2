package org.understudy.predictor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.predictor.usage.UsageEvent;

class SnapshotTest {
    @Test
    void aRestoredModelBehavesAsTheOneItCameFrom() throws IOException {
        Model model = new Model(Life.SMALL);
        List<UsageEvent> events = Life.events(8, 12_000);
        Life.learn(model, events.subList(0, 8_000));

        Model restored = Model.restore(new ByteArrayInputStream(snapshot(model)));

        assertEquals(model.settings(), restored.settings());
        assertEquals(model.bytes(), restored.bytes());
        for (UsageEvent e : events.subList(8_000, 12_000)) {
            long user = Life.user(e);
            assertEquals(
                    Life.stated(model.predict(user, e.time(), 20)), Life.stated(restored.predict(user, e.time(), 20)));
            assertEquals(
                    Life.stated(model.within(user, e.time(), 20)), Life.stated(restored.within(user, e.time(), 20)));
            model.learn(user, e.time(), e.item());
            restored.learn(user, e.time(), e.item());
        }
    }

    @Test
    void aSnapshotWithAnyByteFlippedIsRefused() throws IOException {
        byte[] good = small();

        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << i % 8);

            assertThrows(BadSnapshotException.class, () -> restore(bad), "byte " + i);
        }
    }

    @Test
    void aSnapshotThatIsCutOffIsRefused() throws IOException {
        byte[] good = small();

        for (int length = 0; length < good.length; length += 37) {
            byte[] bad = Arrays.copyOf(good, length);

            assertThrows(BadSnapshotException.class, () -> restore(bad), "length " + length);
        }
    }

    @Test
    void aSnapshotOfAnotherVersionIsRefusedByItsVersion() throws IOException {
        byte[] other = small();
        other[7] = 99;

        BadSnapshotException refused = assertThrows(BadSnapshotException.class, () -> restore(other));

        assertTrue(refused.getMessage().contains("version 99"), refused.getMessage());
    }

    @Test
    void aSnapshotFromBeforeThereWereCircumstancesIsRefusedByItsVersion() throws IOException {
        byte[] older = small();
        older[7] = 1;

        BadSnapshotException refused = assertThrows(BadSnapshotException.class, () -> restore(older));

        assertEquals("the snapshot is of version 1, and this model reads version 2", refused.getMessage());
    }

    private static byte[] small() throws IOException {
        Model model = new Model(new Settings(1 << 16, 10));
        Life.learn(model, Life.events(9, 200));
        return snapshot(model);
    }

    private static byte[] snapshot(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.snapshot(out);
        return out.toByteArray();
    }

    private static Model restore(byte[] bytes) throws IOException {
        return Model.restore(new ByteArrayInputStream(bytes));
    }
}
