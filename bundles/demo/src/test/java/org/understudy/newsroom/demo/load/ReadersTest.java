package org.understudy.newsroom.demo.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private final List<String> brought = new CopyOnWriteArrayList<>();
    private final Readers readers = new Readers(2);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String cookie = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                    .orElse("none");
            brought.add(cookie);
            if (cookie.equals("none")) {
                exchange.getResponseHeaders().set("Set-Cookie", "session=" + brought.size() + "; Path=/; HttpOnly");
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void ask(int reader) throws Exception {
        URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        readers.remember(reader, client.send(readers.of(reader, page).build(), HttpResponse.BodyHandlers.discarding()));
    }

    @Test
    void eachReaderBringsTheCookieAlongThatItGot() throws Exception {
        ask(0);
        ask(1);
        ask(0);
        ask(0);
        ask(1);

        assertEquals(List.of("none", "none", "session=1", "session=1", "session=2"), brought);
    }
}
