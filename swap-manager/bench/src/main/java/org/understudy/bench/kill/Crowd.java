package org.understudy.bench.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
            Files.write(versions.resolve(name + "-1.0.0.jar"), InsideBundle.extra(name));
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
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dunderstudy.versions=" + versions,
                        "-Dunderstudy.initial=" + initial,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stage.class.getName(),
                        distribution.toString(),
                        home.toString())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()))
                .start();
        Map<String, Long> seen = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("trouble")) {
                    throw new IOException(line + "; see " + home.resolve("log.txt"));
                }
                seen.put(words[0], Long.parseLong(words[1]));
                if (words[0].equals("booted")) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.toHandle().destroyForcibly();
        }
        return seen;
    }
}
