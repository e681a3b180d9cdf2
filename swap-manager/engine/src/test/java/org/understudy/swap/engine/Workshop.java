package org.understudy.swap.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.understudy.resource.Criticality;
import org.understudy.swap.Candidate;

/** The versions that random plays are about. By its criticality a version stands, is taken back or waits for a person. */
final class Workshop {
    static final List<String> RESOURCES = List.of("feed", "store", "theme");
    static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0");

    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, FakeHost.Script> scripts;
    private final Set<String> sick = ConcurrentHashMap.newKeySet();

    /** Makes all files in a folder. */
    Workshop(Path folder) throws Exception {
        try (Theatre theatre = new Theatre(Files.createDirectories(folder))) {
            for (String resource : RESOURCES) {
                for (String version : VERSIONS) {
                    Path file = theatre.version(resource, version, criticality(version), "");
                    String label = label(resource, version);
                    theatre.host.scripts.computeIfPresent(
                            label, (same, script) -> new FakeHost.Script(script.shapes(), answers(resource, version)));
                    files.put(label, file);
                    versions.put(digest(file), version);
                }
            }
            scripts = Map.copyOf(theatre.host.scripts);
        }
    }

    static String label(String resource, String version) {
        return resource + " " + version;
    }

    /** Where the judge has no data a volatile version stands, an auxiliary one is taken back, a critical one is paused. */
    static Criticality criticality(String version) {
        return switch (version) {
            case "1.2.0" -> Criticality.AUXILIARY;
            case "1.4.0" -> Criticality.CRITICAL;
            default -> Criticality.VOLATILE;
        };
    }

    private Supplier<String> answers(String resource, String version) {
        return () -> {
            if (sick.contains(label(resource, version))) {
                throw new StackOverflowError("as it was to be");
            }
            return version;
        };
    }

    private static String digest(Path file) throws IOException {
        return HexFormat.of().formatHex(Digests.sha256().digest(Files.readAllBytes(file)));
    }

    Candidate candidate(String resource, String version) {
        return Candidate.file(files.get(label(resource, version)));
    }

    /** The version that a digest stands for. */
    String version(String digest) {
        return versions.get(digest);
    }

    /** Has the calls of a version end with an error after which nobody can rely on it, or answer again. */
    void sick(String label, boolean is) {
        if (is) {
            sick.add(label);
        } else {
            sick.remove(label);
        }
    }

    /** A framework in which all these versions can be started. */
    FakeHost host() {
        FakeHost host = new FakeHost();
        host.scripts.putAll(scripts);
        return host;
    }

    /** Of all versions. */
    Set<String> labels() {
        return files.keySet();
    }
}
