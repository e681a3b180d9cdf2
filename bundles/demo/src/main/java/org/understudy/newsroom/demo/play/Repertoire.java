package org.understudy.newsroom.demo.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Part;

/** The versions of all parts that lie ready as files: the good ones and the faulty ones. Immutable. */
public final class Repertoire {
    private static final String NAME_PREFIX = "org.understudy.newsroom.";

    private final Map<Part, TreeMap<Version, Path>> good;
    private final Map<Part, TreeMap<Version, Path>> faulty;

    private Repertoire(Map<Part, TreeMap<Version, Path>> good, Map<Part, TreeMap<Version, Path>> faulty) {
        this.good = good;
        this.faulty = faulty;
    }

    /**
     * Reads the two folders.
     *
     * @throws IOException if one cannot be read, a part has fewer than two good versions, or a fault is missing
     */
    public static Repertoire in(Path goodFolder, Path faultyFolder) throws IOException {
        Repertoire repertoire = new Repertoire(read(goodFolder), read(faultyFolder));
        for (Part part : Part.values()) {
            if (repertoire.good.get(part).size() < 2) {
                throw new IOException("the demo needs two good versions of " + part.resource() + " in " + goodFolder
                        + ", but finds " + repertoire.good.get(part).keySet());
            }
        }
        for (Fault fault : Fault.values()) {
            if (repertoire.faulty.get(fault.part()).get(new Version(fault.version())) == null) {
                throw new IOException("the demo needs the faulty version " + fault.version() + " of "
                        + fault.part().resource() + " (" + fault + ") in " + faultyFolder
                        + ", but it is not there");
            }
        }
        return repertoire;
    }

    /** The lowest good version: what the play begins with. */
    public String first(Part part) {
        return good.get(part).firstKey().toString();
    }

    /** The good version after this one, from the last one to the first again. */
    public String after(Part part, String version) {
        Version next = good.get(part).higherKey(new Version(version));
        return (next == null ? good.get(part).firstKey() : next).toString();
    }

    /** The file of a good or faulty version. */
    public Path file(Part part, String version) {
        Version key = new Version(version);
        return Optional.ofNullable(good.get(part).get(key))
                .orElseGet(() -> faulty.get(part).get(key));
    }

    private static Map<Part, TreeMap<Version, Path>> read(Path folder) throws IOException {
        Map<Part, TreeMap<Version, Path>> found = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            found.put(part, new TreeMap<>());
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(f -> f.toString().endsWith(".jar")).toList();
        }
        for (Path file : files) {
            try (JarFile jar = new JarFile(file.toFile())) {
                Manifest manifest = jar.getManifest();
                if (manifest != null) {
                    note(found, manifest.getMainAttributes(), file);
                }
            }
        }
        return found;
    }

    private static void note(Map<Part, TreeMap<Version, Path>> found, Attributes manifest, Path file) {
        String name = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
        String version = manifest.getValue(Constants.BUNDLE_VERSION);
        if (name != null && version != null && name.startsWith(NAME_PREFIX)) {
            String resource =
                    name.substring(NAME_PREFIX.length()).replaceFirst(";.*", "").strip();
            Part.named(resource).ifPresent(p -> found.get(p).put(new Version(version), file));
        }
    }
}
