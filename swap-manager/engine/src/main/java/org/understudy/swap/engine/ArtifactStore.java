package org.understudy.swap.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
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
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.jar");

    private final Disk disk;
    private final Path folder;
    private final ManifestFacts facts;
    private final AtomicLong copies = new AtomicLong();
    private final Map<String, Integer> leases = new HashMap<>();
    private long admissions;
    private final Set<Path> underWay = new HashSet<>();

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
        Path part = underWay(folder.resolve("artifact" + copies.incrementAndGet() + UNFINISHED));
        try {
            String digest = copy(source, part);
            Artifact artifact = read(part, digest, source);
            Path kept = folder.resolve(digest + ENDING);
            synchronized (leases) {
                disk.rename(part, kept);
                disk.force(folder);
                leases.merge(digest, 1, Integer::sum);
                admissions++;
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
            String found = Digests.sha256(file);
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
            synchronized (underWay) {
                return underWay(Files.createTempFile(folder, "scratch", UNFINISHED));
            }
        } catch (IOException e) {
            throw new Refusal(
                    "nothing can be written to " + folder + ": " + Reasons.of(e) + "; make room or give access", e);
        }
    }

    /** Takes note of a file that is being written now, and forgets those that are gone. */
    private Path underWay(Path part) {
        synchronized (underWay) {
            underWay.removeIf(other -> !disk.isFile(other));
            underWay.add(part);
            return part;
        }
    }

    /**
     * What lies in the folder and is of no use.
     *
     * @param unfinished copies that nobody is writing any more
     * @param unneeded artifacts that nobody needs
     * @param strangers what others have put there
     */
    record Strays(List<Path> unfinished, List<Path> unneeded, List<Path> strangers) {}

    /** What lies in the folder and is of no use, but for these artifacts. */
    Strays strays(Supplier<Set<String>> needed) throws IOException {
        List<Path> unfinished;
        synchronized (underWay) {
            unfinished = disk.list(folder).stream()
                    .filter(file -> file.toString().endsWith(UNFINISHED))
                    .filter(file -> !underWay.contains(file))
                    .toList();
        }
        List<Path> strangers = disk.list(folder).stream()
                .filter(file -> !file.toString().endsWith(UNFINISHED) && !isArtifact(file))
                .toList();
        return new Strays(unfinished, unneeded(needed).files(), strangers);
    }

    /** Deletes what was never finished, as the next start would. */
    void clearAway() throws IOException {
        for (Path file : strays(Set::of).unfinished()) {
            disk.delete(file);
        }
    }

    private static boolean isArtifact(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** What a file declares, as far as its manifest tells: the rest of it is not looked at. */
    public ManifestFacts.Facts declared(Path source) throws Refusal {
        try {
            return open(source, source, this::facts);
        } catch (IOException e) {
            throw new Refusal(source + " could not be read: " + Reasons.of(e), e);
        }
    }

    /** What a file declares, without copying it; all of it is read. */
    public Artifact peek(Path source) throws Refusal {
        try {
            return read(source, Digests.sha256(source), source);
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

    /**
     * Deletes every artifact that is not needed and that nobody has just admitted.
     *
     * @param needed the digests of those that are, asked for once it is clear which files there are: what is admitted
     *     and becomes needed meanwhile stays
     */
    public void keepOnly(Supplier<Set<String>> needed) {
        try {
            Unneeded unneeded = unneeded(needed);
            for (Path file : unneeded.files()) {
                synchronized (leases) {
                    if (admissions == unneeded.admissions() && disk.isFile(file)) {
                        disk.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the artifact store " + folder + " could not be cleared up", e);
        }
    }

    /** Artifacts that nobody needs, unless more were admitted than these. */
    private record Unneeded(List<Path> files, long admissions) {}

    /** Who admits an artifact has it needed before he releases it: so files and leases are looked at before needs. */
    private Unneeded unneeded(Supplier<Set<String>> needed) throws IOException {
        List<Path> there;
        Set<String> leased;
        long admitted;
        synchronized (leases) {
            there = disk.list(folder).stream().filter(ArtifactStore::isArtifact).toList();
            leased = Set.copyOf(leases.keySet());
            admitted = admissions;
        }
        Set<String> named = needed.get();
        return new Unneeded(
                there.stream()
                        .filter(file -> !leased.contains(stem(file)) && !named.contains(stem(file)))
                        .toList(),
                admitted);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private Artifact read(Path file, String digest, Path named) throws Refusal, IOException {
        ManifestFacts.Facts found = open(file, named, jar -> {
            readThrough(jar);
            return facts(jar);
        });
        return new Artifact(found.spec(), found.symbolicName(), found.version(), digest, file);
    }

    private ManifestFacts.Facts facts(JarFile jar) throws Refusal, IOException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw new Refusal("it is no bundle: it has no META-INF/MANIFEST.MF");
        }
        return facts.read(manifest.getMainAttributes());
    }

    /** Reads something from an open jar. */
    private interface Reading {
        ManifestFacts.Facts of(JarFile jar) throws Refusal, IOException;
    }

    private static ManifestFacts.Facts open(Path file, Path named, Reading reading) throws Refusal, IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return reading.of(jar);
        } catch (ZipException e) {
            throw new Refusal(named + " is no jar or is damaged (" + Reasons.of(e) + "): build or copy it again", e);
        } catch (SecurityException e) {
            throw new Refusal(named + " has a broken signature (" + Reasons.of(e) + "): fetch it again", e);
        } catch (Refusal e) {
            throw new Refusal(named + ": " + e.getMessage(), e.getCause());
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
            String digest = Digests.sha256(in, out::write);
            out.force();
            return digest;
        }
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
