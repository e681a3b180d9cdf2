package org.understudy.newsroom.demo.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Guestbook;
import org.understudy.newsroom.InjectedFault;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.demo.check.Part;

/** A page over the handles of the store, the renderer and the theme, behind a filter, and what is live beside it. */
public final class FakeSite implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Function<Part, FakeHandle> handles;
    private final Guestbook guestbook;

    /** Serves on a free port of the loopback interface. */
    public FakeSite(Function<Part, FakeHandle> handles, Guestbook guestbook) throws IOException {
        this.handles = handles;
        this.guestbook = guestbook;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        stamp(exchange);
        if (exchange.getRequestMethod().equals("POST")) {
            comment(exchange);
        } else if (exchange.getRequestURI().getPath().equals("/live")) {
            live(exchange);
        } else {
            page(exchange);
        }
    }

    private void stamp(HttpExchange exchange) {
        try {
            exchange.getResponseHeaders()
                    .set("X-Understudy-Stamp", handles.apply(Part.STAMP).version());
        } catch (IllegalStateException e) {
            exchange.getResponseHeaders().set("X-Passed-By", e.getMessage());
        }
    }

    private void comment(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String text = URLDecoder.decode(form.substring(form.indexOf("text=") + 5), StandardCharsets.UTF_8);
        guestbook.write("", "", text);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private void live(HttpExchange exchange) throws IOException {
        try {
            exchange.getResponseHeaders()
                    .set("X-Understudy-Live", handles.apply(Part.LIVE).version());
            send(exchange, 200, "live");
        } catch (IllegalStateException e) {
            send(exchange, 404, e.getMessage());
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        try {
            Answer<?> store = handles.apply(Part.STORE).latest(3);
            Answer<String> text = handles.apply(Part.RENDERER).render("text");
            Answer<String> html =
                    handles.apply(Part.THEME).dress(new Page("title", "/", text.value(), List.of(), 1, List.of()));
            exchange.getResponseHeaders()
                    .set(
                            "X-Understudy",
                            "store=" + store.version() + ", renderer=" + text.version() + ", theme=" + html.version()
                                    + ", page=" + handles.apply(Part.PAGE).version());
            send(exchange, 200, html.value());
        } catch (InjectedFault e) {
            exchange.getResponseHeaders().set("X-Understudy-Fault", "renderer=" + e.version());
            send(exchange, 500, "fault");
        } catch (IllegalStateException e) {
            send(exchange, 500, e.getMessage());
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
