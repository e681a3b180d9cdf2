package org.understudy.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Kills of the whole runtime with Newsroom in it, as users start it; after each its front page says what answers. */
final class WholeNewsroom {
    private static final List<String> ON_THE_PAGE = List.of("page", "store", "renderer", "feed", "analytics", "theme");
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final int LONGEST_PLAY_MILLIS = 6000;
    private static final long LOOK_MILLIS = 20;
    private static final int HTTP_OK = 200;

    private final Path distribution;
    private final Path home;
    private final Progress progress;
    private final Random random;
    private Map<String, String> committed = new TreeMap<>();
    private volatile Set<Map<String, String>> allowed;
    private volatile String underWay = "boot";

    WholeNewsroom(Path distribution, Path folder, Progress progress, long seed) throws IOException {
        this.distribution = distribution;
        this.home = Files.createTempDirectory(folder, "newsroom-");
        this.progress = progress;
        this.random = new Random(seed);
        ON_THE_PAGE.forEach(name -> committed.put(name, "1.0.0"));
        allowed = Set.of(committed);
    }

    /** Kills until there are so many. */
    void kill(int kills) throws IOException, InterruptedException {
        boolean killed = false;
        String during = "boot";
        while (progress.of("newsroom").size() < kills) {
            long began = System.nanoTime();
            Process runtime = java("start", "--newsroom", "--timeout", "300");
            try {
                List<String> findings = look(runtime);
                long bootMillis = (System.nanoTime() - began) / 1_000_000;
                if (killed || !findings.isEmpty()) {
                    progress.add(new Killed(
                            "newsroom", 0, 0, during, !findings.contains("unopenable home"), bootMillis, -1, findings));
                }
                if (!findings.isEmpty()) {
                    System.out.println("found in " + home + ": " + findings);
                    return;
                }
                play(runtime);
                during = underWay;
                killed = true;
            } finally {
                runtime.toHandle().destroyForcibly();
                runtime.waitFor();
            }
        }
    }

    private List<String> look(Process runtime) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (runtime.isAlive() && System.nanoTime() < deadline) {
            if (Files.exists(home.resolve("run.json"))) {
                JsonNode run =
                        new ObjectMapper().readTree(home.resolve("run.json").toFile());
                if (run.path("pid").asLong() == runtime.pid()) {
                    return answer(URI.create(run.get("http.url").asText()));
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return List.of("unopenable home");
    }

    private List<String> answer(URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        Map<String, String> found = new TreeMap<>();
        for (String each :
                answer.headers().firstValue("X-Understudy").orElse("").split(", ")) {
            if (each.contains("=")) {
                found.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
            }
        }
        if (answer.statusCode() != HTTP_OK || !allowed.contains(found)) {
            return List.of("wrong version: the front page answers " + answer.statusCode() + " with " + found
                    + ", and it must be " + allowed);
        }
        committed = found;
        allowed = Set.of(committed);
        underWay = "nothing";
        return List.of();
    }

    /** Swaps, and perhaps commits, until the moment of the kill. */
    private void play(Process runtime) throws IOException, InterruptedException {
        String name = ON_THE_PAGE.get(random.nextInt(ON_THE_PAGE.size()));
        String version = committed.get(name).equals("1.0.0") ? "1.1.0" : "1.0.0";
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_PLAY_MILLIS));
        underWay = "swap";
        if (!done(java("attach", "swap", name, version, "--allow-lower"), end)) {
            return;
        }
        Map<String, String> after = new TreeMap<>(committed);
        after.put(name, version);
        allowed = new HashSet<>(List.of(committed, after));
        underWay = "commit";
        if (!done(java("attach", "commit", name), end)) {
            return;
        }
        committed = after;
        allowed = Set.of(committed);
        underWay = "nothing";
        TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
    }

    /** Whether the command was done before the moment of the kill. */
    private static boolean done(Process command, long end) throws IOException, InterruptedException {
        boolean ended = command.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (!ended) {
            command.toHandle().destroyForcibly();
            return false;
        }
        if (command.exitValue() != 0) {
            throw new IOException("a command was refused: "
                    + command.info().commandLine().orElse(command.toString()) + "; see the home's log");
        }
        return true;
    }

    private Process java(String command, String... words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : Files.readAllLines(distribution.resolve("conf/jvm.options"))) {
            if (option.startsWith("-")) {
                line.add(option);
            }
        }
        line.addAll(List.of(
                "-jar", distribution.resolve("lib/launcher.jar").toString(), command, "--home", home.toString()));
        line.addAll(List.of(words));
        return new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        home.resolve("errors.txt").toFile()))
                .start();
    }
}
