package org.understudy.swap.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.journal.Disk;

/**
 * The home's own copies of the versions, named by their digest. Nothing is installed from anywhere else, so a file
 * that changes or vanishes where it was dropped harms nobody.
 *
 * <p>A copy is written to a temporary file, forced to disk, checked, and only then renamed: what has a digest for a
 * name is whole. Safe for use by many threads.
 */
public final class ArtifactStore {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactStore.class);
    private static final String ENDING = ".jar";
    private static final String UNFINISHED = ".part";

    private final Disk disk;
    private final Path folder;
    private final ManifestFacts facts;
    private final AtomicLong copies = new AtomicLong();
    private final Map<String, Integer> leases = new HashMap<>();

    /**
     * Opens the store and clears away what an earlier run did not finish.
     *
     * @throws IOException if the folder cannot be made or read
     */
    public ArtifactStore(Disk disk, Path folder, ManifestFacts facts) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.facts = facts;
        disk.prepareFolder(folder);
        for (Path file : disk.list(folder)) {
            if (file.toString().endsWith(UNFINISHED)) {
                disk.delete(file);
            }
        }
    }

    /**
     * Takes a copy of a file and checks that it is a whole bundle of a resource. The copy is kept until {@link
     * #release}, whatever {@link #keepOnly} is told meanwhile.
     *
     * @throws Refusal if it is not, or cannot be read or copied; the store is then as it was
     */
    public Artifact admit(Path source) throws Refusal {
        if (!Files.isRegularFile(source)) {
            throw new Refusal(source + " is no file: give the path of a bundle's jar");
        }
        Path part = folder.resolve("artifact" + copies.incrementAndGet() + UNFINISHED);
        try {
            String digest = copy(source, part);
            Artifact artifact = read(part, digest, source);
            Path kept = folder.resolve(digest + ENDING);
            synchronized (leases) {
                disk.rename(part, kept);
                disk.force(folder);
                leases.merge(digest, 1, Integer::sum);
            }
            return new Artifact(artifact.spec(), artifact.symbolicName(), artifact.version(), digest, kept);
        } catch (IOException e) {
            throw new Refusal(
                    source + " could not be copied into " + folder + ": " + Reasons.of(e)
                            + "; make room or give access there, then try again",
                    e);
        } finally {
            deleteIfThere(part);
        }
    }

    /**
     * The artifact of this digest; its content is checked against the digest.
     *
     * @throws Refusal if the store does not hold it, or holds something else under its name
     */
    public Artifact find(String digest) throws Refusal {
        Path file = folder.resolve(digest + ENDING);
        if (!disk.isFile(file)) {
            throw new Refusal("the artifact " + digest + " is no longer in " + folder);
        }
        try {
            String found = digest(file);
            if (!found.equals(digest)) {
                throw new Refusal(
                        file + " is damaged: its digest is " + found + "; delete it and stage the version anew");
            }
            return read(file, digest, file);
        } catch (IOException e) {
            throw new Refusal(file + " could not be read: " + Reasons.of(e), e);
        }
    }

    /**
     * An empty file that only the runtime's user can read, for what passes through the home; whoever asks for it deletes
     * it, and what a killed run has left is deleted at the next start.
     */
    Path scratch() throws Refusal {
        try {
            return Files.createTempFile(folder, "scratch", UNFINISHED);
        } catch (IOException e) {
            throw new Refusal(
                    "nothing can be written to " + folder + ": " + Reasons.of(e) + "; make room or give access", e);
        }
    }

    /** What a file declares, without copying it. */
    public Artifact peek(Path source) throws Refusal {
        try {
            return read(source, digest(source), source);
        } catch (IOException e) {
            throw new Refusal(source + " could not be read: " + Reasons.of(e), e);
        }
    }

    /** Ends what one {@link #admit} has begun: from now on the artifact is kept only if it is named. */
    public void release(Artifact artifact) {
        synchronized (leases) {
            leases.computeIfPresent(artifact.digest(), (digest, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Deletes every artifact whose digest is not named and that nobody has just admitted. */
    public void keepOnly(Collection<String> digests) {
        try {
            List<Path> rest = disk.list(folder).stream()
                    .filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> !digests.contains(stem(file)))
                    .toList();
            for (Path file : rest) {
                synchronized (leases) {
                    if (!leases.containsKey(stem(file)) && disk.isFile(file)) {
                        disk.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the artifact store " + folder + " could not be cleared up", e);
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private Artifact read(Path file, String digest, Path named) throws Refusal, IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            readThrough(jar);
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new Refusal(named + " is no bundle: it has no META-INF/MANIFEST.MF");
            }
            ManifestFacts.Facts found = facts.read(manifest.getMainAttributes());
            return new Artifact(found.spec(), found.symbolicName(), found.version(), digest, file);
        } catch (ZipException e) {
            throw new Refusal(named + " is no jar or is damaged (" + Reasons.of(e) + "): build or copy it again", e);
        } catch (SecurityException e) {
            throw new Refusal(named + " has a broken signature (" + Reasons.of(e) + "): fetch it again", e);
        } catch (Refusal e) {
            throw e.getMessage().startsWith(named.toString())
                    ? e
                    : new Refusal(named + ": " + e.getMessage(), e.getCause());
        }
    }

    /** A jar can have a sound directory and damaged entries: every byte is inflated and its checksum compared. */
    private static void readThrough(JarFile jar) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            CRC32 sum = new CRC32();
            try (InputStream in = new CheckedInputStream(jar.getInputStream(entry), sum)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                ZipException damaged = new ZipException(entry.getName() + ": " + Reasons.of(e));
                damaged.initCause(e);
                throw damaged;
            }
            if (entry.getCrc() != -1 && entry.getCrc() != sum.getValue()) {
                throw new ZipException(entry.getName() + " does not have the checksum that the jar states");
            }
        }
    }

    /** Copies a file, durably, and says what its digest is. */
    private String copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                Disk.Writing out = disk.create(to)) {
            String digest = digest(in, out::write);
            out.force();
            return digest;
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return digest(in, (bytes, offset, length) -> {});
        }
    }

    /** Who gets what is read. */
    private interface Sink {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    private static String digest(InputStream in, Sink sink) throws IOException {
        MessageDigest sha = Digests.sha256();
        byte[] buffer = new byte[64 * 1024];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            sha.update(buffer, 0, length);
            sink.write(buffer, 0, length);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private void deleteIfThere(Path part) {
        try {
            if (disk.isFile(part)) {
                disk.delete(part);
            }
        } catch (IOException e) {
            LOG.warn("the unfinished copy {} stays until the next start: {}", part, Reasons.of(e));
        }
    }
}
