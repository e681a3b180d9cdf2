package org.understudy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        RunFile run = new RunFile(12, "http://127.0.0.1:1/", Instant.parse("2026-11-24T10:00:00Z"));

        run.write(folder.resolve("run.json"));

        assertEquals(Optional.of(run), RunFile.read(folder.resolve("run.json")));
    }

    @Test
    void whatAKilledProcessLeftBehindDoesNotCount() throws IOException {
        Home home = new Home(folder);
        Files.writeString(home.lock(), "12");
        new RunFile(12, "http://127.0.0.1:1/", Instant.now()).write(home.runFile());

        assertEquals(Optional.empty(), RunFile.ofRunning(home));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{\"pid\":12");

        IOException damaged = assertThrows(IOException.class, () -> RunFile.read(file));

        assertTrue(damaged.getMessage().startsWith(file + " is damaged"), damaged.getMessage());
    }

    @Test
    void whateverIsWrittenIsReadBack() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "a \"quoted\" \\ line\n, \u00e4: {}");
        members.put("number", -12L);
        members.put("flag", true);
        members.put("empty", "");

        String json = FlatJson.write(members);

        assertEquals(
                Map.of("text", members.get("text"), "number", "-12", "flag", "true", "empty", ""), FlatJson.read(json));
        assertFalse(json.contains("\n"));
    }

    @Test
    void whatIsNoFlatJsonIsRefused() {
        for (String text : new String[] {"", "[]", "{a:1}", "{\"a\":[1]}", "{\"a\":1 \"b\":2}", "{\"a\":\"}"}) {
            assertThrows(IllegalArgumentException.class, () -> FlatJson.read(text), text);
        }
    }
}
