package org.understudy.swap.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.understudy.resource.Criticality;
import org.understudy.swap.journal.RealDisk;

class ArtifactStoreTest {
    @TempDir
    Path home;

    private ArtifactStore store;

    @BeforeEach
    void open() throws IOException {
        store = new ArtifactStore(new RealDisk(), home.resolve("store"), Theatre::facts);
    }

    private Path bundle() throws Exception {
        try (Theatre theatre = new Theatre(Files.createDirectories(home.resolve("theatre")))) {
            return theatre.jar("theme", "bundle.theme", "1.0.0", Criticality.VOLATILE, Theatre.GREETER, "");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("store"))) {
            return files.toList();
        }
    }

    private void assertRefused(Path file, String part) throws IOException {
        Refusal refusal = assertThrows(Refusal.class, () -> store.admit(file));
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    void anAdmittedFileIsKeptUnderItsDigestWhateverBecomesOfTheOriginal() throws Exception {
        Path file = bundle();

        Artifact artifact = store.admit(file);
        Files.delete(file);

        assertEquals(artifact.digest() + ".jar", artifact.file().getFileName().toString());
        assertEquals(artifact, store.find(artifact.digest()));
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        assertRefused(home.resolve("nowhere.jar"), "is no file");
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws IOException {
        assertRefused(Files.writeString(home.resolve("text.jar"), "this is no jar"), "no jar or is damaged");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(Files.createFile(home.resolve("empty.jar")), "no jar or is damaged");
    }

    @Test
    void aTruncatedJarIsRefusedWhereverItIsCut() throws Exception {
        byte[] whole = Files.readAllBytes(bundle());
        for (int length = 1; length < whole.length; length += 7) {
            Path cut = Files.write(home.resolve("cut.jar"), Arrays.copyOf(whole, length));
            assertRefused(cut, "no jar or is damaged");
        }
    }

    @Test
    void aJarWithDamagedContentIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(bundle());
        byte[] text = "theme1.0.0".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path file = home.resolve("stored.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("content");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(text.length);
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(text);
            entry.setCrc(crc.getValue());
            jar.putNextEntry(entry);
            jar.write(text);
            jar.closeEntry();
        }
        bytes = Files.readAllBytes(file);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("theme1.0.0");
        bytes[at] ^= 1;

        assertRefused(Files.write(file, bytes), "no jar or is damaged");
    }

    @Test
    void aJarWithoutAManifestIsRefused() throws IOException {
        Path file = home.resolve("bare.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("content"));
            jar.closeEntry();
        }

        assertRefused(file, "MANIFEST");
    }

    @Test
    void anArtifactWhoseBytesHaveChangedIsNotHandedOut() throws Exception {
        Artifact artifact = store.admit(bundle());
        Files.write(artifact.file(), new byte[] {1, 2, 3});

        Refusal refusal = assertThrows(Refusal.class, () -> store.find(artifact.digest()));

        assertTrue(refusal.getMessage().contains("damaged"), refusal.getMessage());
    }

    @Test
    void whatNobodyNamesIsDeletedOnceItIsReleased() throws Exception {
        Artifact artifact = store.admit(bundle());

        store.keepOnly(Set::of);
        int leased = files().size();
        store.release(artifact);
        store.keepOnly(Set::of);

        assertEquals(1, leased);
        assertEquals(List.of(), files());
    }

    /** To see it fail: look which artifacts there are after having asked what is needed. */
    @Test
    void whatBecomesNeededWhileTheNeedsAreAskedForStays() throws Exception {
        Path file = bundle();
        Artifact before = store.admit(file);
        store.release(before);

        store.keepOnly(() -> {
            try {
                store.release(store.admit(file)); // and it is needed from now on
                return Set.of();
            } catch (Refusal e) {
                throw new AssertionError(e);
            }
        });

        assertEquals(List.of(before.file()), files());
    }

    @Test
    void whatAnEarlierRunDidNotFinishIsClearedAway() throws Exception {
        Files.createFile(home.resolve("store").resolve("artifact1.part"));

        store = new ArtifactStore(new RealDisk(), home.resolve("store"), Theatre::facts);

        assertEquals(List.of(), files());
    }
}
