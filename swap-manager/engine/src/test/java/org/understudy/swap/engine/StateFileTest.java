package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;

class StateFileTest {
    @TempDir
    Path home;

    private Path path;
    private StateFile file;

    @BeforeEach
    void open() throws IOException {
        path = home.resolve("state").resolve("resources.json");
        file = new StateFile(path);
    }

    private static StateFile.Content content() {
        return new StateFile.Content(
                1,
                7,
                Map.of(
                        "theme",
                        new StateFile.Entry(
                                Criticality.VOLATILE,
                                "aa",
                                null,
                                SlotSide.A,
                                List.of(),
                                Map.of("1.0.0", "aa"),
                                7,
                                ResourceState.Group.ALONE)));
    }

    @Test
    void aMissingFileIsAnEmptyState() throws Refusal {
        assertEquals(Map.of(), file.read().resources());
    }

    @Test
    void whatWasCommittedIsRead() throws Refusal {
        file.prepare(content());
        file.commit();

        assertEquals(content(), file.read());
    }

    @Test
    void whatWasOnlyPreparedIsNotYetTheState() throws Refusal {
        file.prepare(content());

        assertEquals(0, file.read().flips());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"format\":1}",
                "{\"format\":1,\"flips\":\"many\",\"resources\":{}}",
                "{\"format\":1,\"flips\":1,\"resources\":{\"theme\":{\"criticality\":\"SOMEWHAT\"}}}",
                "{\"format\":1,\"flips\":1,\"resources\":{},\"unknown\":true}"
            })
    void aMalformedFileIsRefusedAndLeftAsItIs(String text) throws IOException {
        Files.writeString(path, text);

        Refusal refusal = assertThrows(Refusal.class, file::read);

        assertTrue(refusal.getMessage().contains(path.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("put back a good copy"), refusal.getMessage());
        assertEquals(text, Files.readString(path));
    }

    @Test
    void aFileOfANewerFormatIsRefused() throws IOException {
        Files.writeString(path, "{\"format\":2,\"flips\":1,\"resources\":{}}");

        Refusal refusal = assertThrows(Refusal.class, file::read);

        assertTrue(refusal.getMessage().contains("format 2"), refusal.getMessage());
    }
}
