package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The command, run on one home in processes of its own. Closing it ends whatever still runs there. */
final class Understudy implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final List<String> command;
    private final Path home;

    private Understudy(List<String> command, Path home) {
        this.command = command;
        this.home = home;
    }

    /** What a finished command left. */
    record Outcome(int status, String out, String err) {
        Outcome succeeded() {
            assertEquals(0, status, toString());
            return this;
        }

        Outcome failed(int expected, String... parts) {
            assertEquals(expected, status, toString());
            for (String part : parts) {
                assertTrue(err.contains(part), "'" + part + "' is not in " + this);
            }
            return this;
        }
    }

    static Understudy on(Path home) {
        return of(Path.of(System.getProperty("understudy.command")), home);
    }

    static Understudy of(Path command, Path home) {
        return new Understudy(List.of(command.toString()), home);
    }

    /** The same, run by another command. */
    Understudy behind(String... other) {
        return new Understudy(Stream.concat(Stream.of(other), command.stream()).toList(), home);
    }

    Path home() {
        return home;
    }

    /** Runs a command of Understudy to its end, with nothing on standard input. */
    Outcome run(String... words) throws IOException {
        return runWith("", words);
    }

    Outcome runWith(String input, String... words) throws IOException {
        Process process = begin(words);
        CompletableFuture<String> out = text(process.getInputStream());
        CompletableFuture<String> err = text(process.getErrorStream());
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", words) + " has not ended after " + PATIENCE_SECONDS + " s");
            }
            return new Outcome(
                    process.exitValue(),
                    out.get(PATIENCE_SECONDS, TimeUnit.SECONDS),
                    err.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException(String.join(" ", words), e);
        }
    }

    /** Begins a command and leaves it running. */
    Process begin(String... words) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(words[0], "--home", home.toString()));
        line.addAll(Arrays.asList(words).subList(1, words.length));
        return new ProcessBuilder(line).start();
    }

    JsonNode status() throws IOException {
        return new ObjectMapper().readTree(run("status", "--json").out());
    }

    boolean isRunning() throws IOException {
        return status().get("running").asBoolean();
    }

    /** The process of the daemon. */
    ProcessHandle process() throws IOException {
        return ProcessHandle.of(status().get("pid").asLong()).orElseThrow();
    }

    /** Which versions say that they made the front page. */
    String versionsOnThePage() throws Exception {
        URI page = URI.create(status().get("http.url").asText());
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.headers().firstValue("X-Understudy").orElse("");
    }

    String log() throws IOException {
        return Files.readString(home.resolve("log/understudy.log"));
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(condition);
    }

    @Override
    public void close() throws IOException {
        if (isRunning()) {
            run("stop").succeeded();
        }
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
