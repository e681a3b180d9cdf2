package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home that was used before and cannot be written to any more, as a whole or in part. What a user may do does not bind
 * root: where the tests run as root, the command is run as somebody else.
 */
class ReadOnlyHomeIT {
    private static final Path ELSE = Path.of("/usr/bin/setpriv");
    private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rwxrwxrwx");
    private static final Set<PosixFilePermission> READING = PosixFilePermissions.fromString("r-xr-xr-x");

    @TempDir
    Path folder;

    private Understudy understudy;

    @BeforeEach
    void aHomeThatWasUsed() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(!root || Files.isExecutable(ELSE), "nothing binds root, and there is no " + ELSE);
        Files.setPosixFilePermissions(folder, ALL);
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, ALL);
        Understudy plain = Understudy.on(home);
        understudy =
                root ? plain.behind(ELSE.toString(), "--reuid", "65534", "--regid", "65534", "--clear-groups") : plain;
        understudy.run("start", "--daemon").succeeded();
        understudy.run("stop").succeeded();
    }

    @AfterEach
    void giveBack() throws IOException {
        permit(understudy.home(), ALL);
        understudy.close();
    }

    @Test
    void aHomeThatCannotBeWrittenToIsRefusedWithAWordAndLeftAsItIs() throws Exception {
        permit(understudy.home(), READING);
        Map<Path, String> before = everything();

        understudy.run("start", "--daemon").failed(1, "the home " + understudy.home(), "make it writable");

        assertEquals(before, everything());
    }

    @Test
    void aPartOfTheHomeThatIsNeededAtTheStartIsNamedAndNothingStaysBehind() throws Exception {
        for (String part : List.of("journal", "cache", "log")) {
            permit(understudy.home().resolve(part), READING);

            understudy.run("start", "--daemon").failed(1, part);

            assertFalse(Files.exists(understudy.home().resolve("run.json")), part);
            assertFalse(understudy.isRunning(), part);
            permit(understudy.home().resolve(part), ALL);
        }

        understudy.run("start", "--daemon").succeeded();
        assertEquals(
                "no findings",
                understudy.run("attach", "doctor").succeeded().out().strip());
    }

    @Test
    void aStoreThatTakesNothingIsToldByTheDoctorWhileEverythingRuns() throws Exception {
        permit(understudy.home().resolve("store"), READING);

        understudy.run("start", "--daemon").succeeded();

        Understudy.Outcome told = understudy.run("attach", "doctor", "--fix").failed(1, "1 finding");
        assertEquals(
                "error, home: " + understudy.home().resolve("store") + " cannot be written to",
                told.out().lines().findFirst().orElse("").replaceAll(": [^:]*$", ""));
    }

    private static void permit(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (Files.isDirectory(path) || Files.isRegularFile(path)) {
                    Files.setPosixFilePermissions(path, permissions);
                }
            }
        }
    }

    /** Each file of the home with its size and when it was changed. */
    private Map<Path, String> everything() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(understudy.home())) {
            for (Path path : all.toList()) {
                FileTime changed = Files.getLastModifiedTime(path);
                files.put(path, Files.size(path) + " bytes, " + changed);
            }
        }
        return files;
    }
}
