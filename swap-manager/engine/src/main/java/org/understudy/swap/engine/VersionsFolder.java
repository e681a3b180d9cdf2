package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the home whose bundles can be named by resource and version. Read anew at each look. */
final class VersionsFolder {
    private static final Logger LOG = LoggerFactory.getLogger(VersionsFolder.class);

    private final Path folder;
    private final ArtifactStore store;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(FileTime modified, long size, Optional<Found> found) {}

    /**
     * A bundle of a resource that lies there.
     *
     * @param file where
     * @param facts what its manifest declares
     */
    record Found(Path file, ManifestFacts.Facts facts) {
        private VersionNumber version() {
            return facts.version();
        }
    }

    VersionsFolder(Path folder, ArtifactStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** What lies there for a resource, highest version first. Only manifests are read. */
    List<Found> of(String resource) throws Refusal {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(this::look)
                    .flatMap(Optional::stream)
                    .filter(found -> found.facts().spec().name().equals(resource))
                    .sorted(Comparator.comparing(Found::version).reversed())
                    .toList();
        } catch (IOException e) {
            throw new Refusal("the folder " + folder + " could not be read: " + Reasons.of(e), e);
        }
    }

    /**
     * The versions of a resource that lie there, highest first, each once.
     *
     * @throws IllegalStateException if the folder cannot be read
     */
    List<String> numbersOf(String resource) {
        try {
            return of(resource).stream()
                    .map(found -> found.version().toString())
                    .distinct()
                    .toList();
        } catch (Refusal e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The file of this version, to be admitted to the store. */
    Path file(String resource, VersionNumber version) throws Refusal {
        List<Found> there = of(resource);
        List<Found> found =
                there.stream().filter(each -> each.version().equals(version)).toList();
        if (found.isEmpty()) {
            throw new Refusal("there is no version " + version + " of " + resource + " in " + folder + "; "
                    + (there.isEmpty()
                            ? "there is none at all: put its jar there, or give the path of a file"
                            : "there are: "
                                    + String.join(
                                            ", ",
                                            there.stream()
                                                    .map(each -> each.version().toString())
                                                    .toList())));
        }
        if (found.size() > 1 && differ(found)) {
            throw new Refusal("version " + version + " of " + resource + " lies in " + folder
                    + " more than once with different content: remove all but one of "
                    + String.join(
                            ", ",
                            found.stream()
                                    .map(each -> each.file().getFileName().toString())
                                    .toList()));
        }
        return found.get(0).file();
    }

    private static boolean differ(List<Found> files) throws Refusal {
        Set<String> digests = new HashSet<>();
        for (Found each : files) {
            try {
                digests.add(Digests.sha256(each.file()));
            } catch (IOException e) {
                throw new Refusal(each.file() + " could not be read: " + Reasons.of(e), e);
            }
        }
        return digests.size() > 1;
    }

    private Optional<Found> look(Path file) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Seen known = seen.get(file);
            if (known == null || !known.modified.equals(modified) || known.size != size) {
                known = new Seen(modified, size, read(file));
                seen.put(file, known);
            }
            return known.found;
        } catch (IOException e) {
            LOG.warn("{} could not be looked at: {}", file, Reasons.of(e));
            return Optional.empty();
        }
    }

    private Optional<Found> read(Path file) {
        try {
            return Optional.of(new Found(file, store.declared(file)));
        } catch (Refusal e) {
            LOG.warn("{} is passed over: {}", file, e.getMessage());
            return Optional.empty();
        }
    }
}
