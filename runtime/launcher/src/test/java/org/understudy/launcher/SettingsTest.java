package org.understudy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void emptyConf() throws IOException {
        home = new Home(folder);
        Files.createDirectory(home.conf());
    }

    @Test
    void withoutAFileTheDefaultsHold() throws LaunchException {
        Settings settings = Settings.load(home);

        assertEquals(10 << 20, settings.logBytes());
        assertEquals(Duration.ofSeconds(60), settings.bootTimeout());
    }

    @Test
    void valuesAreTakenAsTheyStand() throws Exception {
        properties("# a comment\n\nunderstudy.greeting =  a = b \\ c  \nunderstudy.log.files=2\r\n");

        Settings settings = Settings.load(home);

        assertEquals(Map.of("understudy.greeting", "a = b \\ c", "understudy.log.files", "2"), settings.entries());
        assertEquals(2, settings.logFiles());
    }

    @Test
    void aLineThatIsNoneIsRefusedByFileLineAndReason() throws Exception {
        properties("understudy.log.files = 2\n\nunderstudy.log.level info\n");

        assertRefused(home.properties() + ", line 3: no '=' in 'understudy.log.level info'; write 'key = value'");
    }

    @Test
    void aForeignKeyIsRefused() throws Exception {
        properties("felix.log.level = 4\n");

        assertRefused(home.properties() + ", line 1: the key 'felix.log.level' does not begin with 'understudy.'");
    }

    @Test
    void aKeyGivenTwiceIsRefused() throws Exception {
        properties("understudy.a = 1\nunderstudy.a = 2\n");

        assertRefused(home.properties() + ", line 2: the key 'understudy.a' stands here for the second time");
    }

    @Test
    void aNumberThatIsNoneIsRefused() throws Exception {
        properties("# one\nunderstudy.log.maxBytes = 10MB\n");

        assertRefused(
                home.properties() + ", line 2: understudy.log.maxBytes must be a number from 4096 up, not '10MB'");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws Exception {
        Files.write(
                home.properties(), "understudy.a = 1\nunderstudy.b = \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(home.properties() + ", line 2: not UTF-8; save the file as UTF-8");
    }

    @Test
    void aConfigurationMayUseWhatItsReaderUnderstands() throws Exception {
        cfg("# c\nkey=value\nother : v\\u00e4lue\nlong = one, \\\n  two\n  and\\\\\n");

        assertRefused(home.conf().resolve("a.cfg") + ", line 6: no '=' in 'and\\\\'; write 'key = value'");

        cfg("# c\nkey=value\nother : v\\u00e4lue\nlong = one, \\\n  two\n");
        Settings.load(home);
    }

    @Test
    void aConfigurationWithABrokenEscapeIsRefused() throws Exception {
        cfg("key = C:\\users\n");

        assertRefused(home.conf().resolve("a.cfg") + ", line 1: a \\u that four hexadecimal digits do not follow");
    }

    @Test
    void aConfigurationWithoutAKeyIsRefused() throws Exception {
        cfg("= value\n");

        assertRefused(home.conf().resolve("a.cfg") + ", line 1: no key before '='");
    }

    private void properties(String text) throws IOException {
        Files.writeString(home.properties(), text);
    }

    private void cfg(String text) throws IOException {
        Files.writeString(home.conf().resolve("a.cfg"), text);
    }

    private void assertRefused(String message) {
        LaunchException refused = assertThrows(LaunchException.class, () -> Settings.load(home));

        assertEquals(message, refused.getMessage());
    }
}
