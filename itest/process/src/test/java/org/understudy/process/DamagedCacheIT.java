package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The framework's cache is only a cache: whatever becomes of it between a stop and a start, the versions run that the
 * journal names. To see it fail: have {@code SlotRecords.content} believe what an earlier run has recorded.
 */
class DamagedCacheIT {
    @TempDir
    Path folder;

    /** What is done to the cache of a home. */
    private interface Damage {
        void to(Path cache) throws IOException;
    }

    @Test
    void whateverBecomesOfTheCacheTheVersionsRunThatTheJournalNames() throws Exception {
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            understudy.run("start", "--newsroom", "--daemon").succeeded();
            understudy.run("attach", "swap", "theme", "1.1.0").succeeded();
            understudy.run("attach", "commit", "theme").succeeded();

            survives(understudy, "bytes in the jars of all slots have changed", DamagedCacheIT::garbleSlots);
            survives(understudy, "what is remembered of each bundle is rubbish", cache -> {
                for (Path info : files(cache, "bundle.info")) {
                    Files.writeString(info, "rubbish");
                }
            });
            survives(understudy, "every second bundle is gone", DamagedCacheIT::deleteEverySecond);
            survives(understudy, "all of it is gone", DamagedCacheIT::delete);
        }
    }

    private static void survives(Understudy understudy, String what, Damage damage) throws Exception {
        understudy.run("stop").succeeded();
        damage.to(understudy.home().resolve("cache"));

        understudy.run("start", "--newsroom", "--daemon").succeeded();

        String page = understudy.versionsOnThePage();
        assertTrue(page.contains("theme=1.1.0") && page.contains("store=1.0.0"), what + ": " + page);
        String treated = understudy.run("attach", "doctor", "--fix").succeeded().out();
        assertTrue(treated.endsWith("no findings" + System.lineSeparator()), what + ": " + treated);
        understudy.run("attach", "rollback", "theme").succeeded();
        understudy
                .run("attach", "swap", "theme", "1.1.0", "--because", "the next damage")
                .succeeded();
        understudy.run("attach", "commit", "theme").succeeded();
    }

    /** Changes a byte in the middle of each jar that was installed into a slot: its directory stays readable. */
    private static void garbleSlots(Path cache) throws IOException {
        int garbled = 0;
        for (Path info : files(cache, "bundle.info")) {
            if (Files.readString(info, StandardCharsets.ISO_8859_1).contains("understudy:slot/")) {
                for (Path jar : files(info.getParent(), "bundle.jar")) {
                    byte[] bytes = Files.readAllBytes(jar);
                    for (int at = bytes.length / 4; at < bytes.length / 2; at++) {
                        bytes[at] ^= 0x55;
                    }
                    Files.write(jar, bytes);
                    garbled++;
                }
            }
        }
        assertTrue(garbled >= 16, garbled + " jars of slots were found");
    }

    private static void deleteEverySecond(Path cache) throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            List<Path> bundles = all.filter(
                            path -> path.getFileName().toString().matches("bundle[1-9]\\d*"))
                    .sorted()
                    .toList();
            for (int i = 0; i < bundles.size(); i += 2) {
                delete(bundles.get(i));
            }
        }
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().equals(name))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
