package org.understudy.bench.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.understudy.bench.stage.StageProcess;

/** How long the start of the swap-manager takes after a kill where there are many resources. */
final class Crowd {
    private static final int BOOTS = 5;

    private final Path distribution;
    private final Path folder;
    private final int resources;

    Crowd(Path distribution, Path folder, int resources) {
        this.distribution = distribution;
        this.folder = folder;
        this.resources = resources;
    }

    /** Boots a home once to fill it, then several times after a kill, and tells how long that took. */
    void measure(PrintStream out) throws IOException {
        Path home = Files.createTempDirectory(folder, "crowd-");
        Path versions = Files.createDirectories(home.resolve("versions"));
        List<String> names = IntStream.rangeClosed(1, resources)
                .mapToObj(number -> "extra-" + number)
                .toList();
        for (String name : names) {
            Files.write(versions.resolve(name + "-1.0.0.jar"), Bundles.extra(name));
        }
        String initial = names.stream().map(name -> name + "=1.0.0").collect(Collectors.joining(","));
        boot(home, versions, initial);
        List<Long> wall = new ArrayList<>();
        List<Long> cpu = new ArrayList<>();
        for (int boot = 0; boot < BOOTS; boot++) {
            Map<String, Long> seen = boot(home, versions, initial);
            wall.add(seen.get("recovered"));
            cpu.add(seen.get("recoveredCpu"));
        }
        out.printf(
                "start of the swap-manager with %d resources, after a kill: median of %d: %d ms, of the processor %d ms%n",
                resources, BOOTS, median(wall), median(cpu));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private Map<String, Long> boot(Path home, Path versions, String initial) throws IOException {
        List<String> options = List.of(
                "-XX:TieredStopAtLevel=1", "-Dunderstudy.versions=" + versions, "-Dunderstudy.initial=" + initial);
        Map<String, Long> seen = new TreeMap<>();
        try (StageProcess process = StageProcess.start(distribution, home, Optional.empty(), options)) {
            for (String line = process.nextLine(); line != null; line = process.nextLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("trouble")) {
                    throw new IOException(line + "; see " + StageProcess.log(home));
                }
                seen.put(words[0], Long.parseLong(words[1]));
                if (words[0].equals("booted")) {
                    process.kill();
                }
            }
        }
        return seen;
    }
}
