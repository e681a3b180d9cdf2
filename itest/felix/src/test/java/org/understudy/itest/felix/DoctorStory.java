package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.understudy.doctor.Ailment;
import org.understudy.doctor.Diagnosis;
import org.understudy.doctor.Doctor;
import org.understudy.newsroom.Theme;
import org.understudy.swap.SlotState;
import org.understudy.swap.SlotStatus;

/** A home in use is damaged on disk and in the framework; the doctor finds all of it and puts it right, under calls. */
public class DoctorStory extends Story {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Doctor doctor() {
        return context().getService(context().getServiceReference(Doctor.class));
    }

    private Path home() {
        return Path.of(context().getProperty("understudy.home"));
    }

    private List<Ailment> found() {
        return doctor().examine().ailments().stream()
                .filter(ailment -> ailment.severity() != Ailment.Severity.NOTE)
                .toList();
    }

    private void treat() {
        Diagnosis diagnosis = doctor().treat("a story");
        assertTrue(diagnosis.toString(), diagnosis.healthy());
        assertEquals(List.of(), found());
    }

    private static void assertFound(List<Ailment> found, String part) {
        assertTrue(part + " is not in " + found, found.stream().anyMatch(ailment -> ailment.what()
                .contains(part)));
    }

    @Test
    public void aHomeInUseHasNoFindings() {
        bring(OLD);
        swap(NEW);
        rollback();

        assertEquals(List.of(), found());
    }

    @Test
    public void whatIsDamagedIsFoundAndPutRightWhileCallsGoOn() throws Exception {
        bring(OLD);
        swap(NEW);
        Theme kept = keptTheme();
        try (Caller keeper = Caller.of("kept reference", () -> versionOf(kept))) {
            keeper.expects(NEW);
            Path wayBack = artifact(OLD);
            Files.delete(wayBack);
            Path orphan = Files.createFile(home().resolve("store/" + "0".repeat(64) + ".jar"));
            Path present = newest();
            flip(present, "\"kind\":\"begun\"");
            slot(SlotState.RETAINED).uninstall();
            try (var jar = Files.newInputStream(ghost())) {
                context().installBundle("understudy:slot/ghost/A", jar);
            }

            List<Ailment> found = found();
            treat();

            assertFound(found, "theme 1.0.0 is a way back, but the artifact");
            assertFound(found, orphan + " is an artifact that nobody needs");
            assertFound(found, present.toString());
            assertFound(found, "theme 1.0.0, the way back, should be in slot theme/");
            assertFound(found, "at understudy:slot/ghost/A is of a resource that nobody knows");
            assertTrue(Files.exists(wayBack));
            assertFalse(Files.exists(orphan));

            flip(present, "\"kind\":\"booted\""); // it is sealed by now
            assertFound(found(), present.toString());
            treat();

            keeper.awaitCalls(100);
        }
        rollback();
        assertEquals(OLD, versionLookedUp());
    }

    @Test
    public void anArtifactThatLiesNowhereElseIsTakenFromTheFrameworksCache() throws Exception {
        Path versions = Path.of(context().getProperty("understudy.versions"));
        Path hidden = home().resolve("hidden.jar");
        bring(OLD);
        swap(NEW);
        Path file = versions.resolve("theme-" + NEW + ".jar");
        Path artifact = artifact(NEW);
        Files.move(file, hidden);
        try {
            Files.delete(artifact);
            assertFound(found(), "theme 1.1.0 is on stage, but the artifact");

            treat();

            assertTrue(Files.exists(artifact));
        } finally {
            Files.move(hidden, file);
        }
        rollback();
    }

    private Path ghost() throws IOException {
        return BundleFile.plain("itest.ghost", OLD)
                .header("Import-Package", null)
                .in(folder.getRoot().toPath());
    }

    private Bundle slot(SlotState state) {
        return manager().slots(THEME).stream()
                .filter(slot -> slot.state() == state)
                .map(SlotStatus::bundleId)
                .map(context()::getBundle)
                .findFirst()
                .orElseThrow();
    }

    private Path artifact(String version) throws Exception {
        byte[] bytes =
                Files.readAllBytes(Path.of(context().getProperty("understudy.versions"), "theme-" + version + ".jar"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return home().resolve("store").resolve(digest + ".jar");
    }

    private Path newest() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("journal"))) {
            return files.sorted().reduce((first, second) -> second).orElseThrow();
        }
    }

    private static void flip(Path file, String where) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(where);
        assertTrue(where + " is not in " + file, at >= 0);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
