package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken of requests to Newsroom, and what is not. */
class UsageIT {
    private static final int PAGES = 3;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void requestsOfASessionAreTakenAndNothingElseAndNowhereStandsWhose() throws Exception {
        String session;
        try (Understudy understudy = Understudy.on(folder.resolve("home"))) {
            understudy.run("start", "--newsroom", "--daemon").succeeded();
            URI site = URI.create(understudy.status().get("http.url").asText());

            String cookie = cookie(get(site));
            session = cookie.substring(cookie.indexOf('=') + 1).split("\\.")[0];
            HttpResponse<String> privately = get(site, "Sec-GPC", "1");
            get(site, "Sec-GPC", "1", "Cookie", cookie);
            assertTrue(privately.headers().firstValue("Set-Cookie").isEmpty(), () -> "" + privately.headers());
            assertEquals(0, usage(understudy).path("events").asLong(-1), "without a session nothing is taken");

            for (int i = 0; i < PAGES; i++) {
                get(site, "Cookie", cookie);
            }
            Understudy.await(() -> times(understudy, "page") == PAGES);

            JsonNode usage = usage(understudy);
            assertEquals(1, usage.path("knownUsers").asInt(), usage::toString);
            assertEquals(Set.of("analytics", "feed", "page", "renderer", "stamp", "store", "theme"), resources(usage));
            assertFalse(understudy
                    .run("attach", "predict", "--json")
                    .succeeded()
                    .out()
                    .isEmpty());
            understudy.run("stop").succeeded();
        }

        assertEquals(List.of(), filesThatMention(session));
    }

    private HttpResponse<String> get(URI page, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(page);
        HttpResponse<String> response = client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response;
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static JsonNode usage(Understudy understudy) throws IOException {
        return new ObjectMapper()
                .readTree(
                        understudy.run("attach", "usage", "--json").succeeded().out());
    }

    private static Stream<JsonNode> counts(JsonNode usage) {
        return StreamSupport.stream(usage.path("resources").spliterator(), false);
    }

    private static long times(Understudy understudy, String resource) throws IOException {
        return counts(usage(understudy))
                .filter(count -> count.path("resource").asText().equals(resource))
                .mapToLong(count -> count.path("times").asLong())
                .sum();
    }

    private static Set<String> resources(JsonNode usage) {
        Set<String> names = new TreeSet<>();
        counts(usage).forEach(count -> names.add(count.path("resource").asText()));
        return names;
    }

    /** Of all that is in the home, the log and the predictor's snapshots too. */
    private List<String> filesThatMention(String session) throws IOException {
        assertFalse(session.isEmpty());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> text(file).contains(session))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
