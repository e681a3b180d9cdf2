package org.understudy.newsroom.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;

class LiveServletTest {
    private final Map<String, Object> sent = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CountDownLatch completed = new CountDownLatch(1);
    private final LiveServlet live = new Live();

    @Test
    void aRequestIsAnsweredByAnotherThreadWithTheNewestLine() throws Exception {
        live.feed = limit -> new Answer<>(List.of(new Headline("City", "Tram late")), "1.3.0");
        live.init();

        live.doGet(request(), response());

        assertTrue(completed.await(10, TimeUnit.SECONDS));
        assertEquals("1.2.3|City|Tram late", body.toString(StandardCharsets.UTF_8));
        assertEquals("1.2.3", sent.get("X-Understudy-Live"));
        assertNotEquals(Thread.currentThread().getName(), sent.get("thread"));
        live.destroy();
    }

    @Test
    void whatWaitsWhenTheServletIsDestroyedIsStillAnswered() throws Exception {
        live.init();
        live.doGet(request(), response());

        live.destroy();

        assertEquals(0, completed.getCount());
        assertTrue(body.toString(StandardCharsets.UTF_8).contains("Nothing comes in"), body::toString);
    }

    @Test
    void whoComesAfterTheEndIsToldSo() throws Exception {
        live.init();
        live.destroy();

        live.doGet(request(), response());

        assertEquals(0, completed.getCount());
        assertEquals(503, sent.get("error"));
    }

    @Test
    void aLineThatCannotBeWrittenIsAnErrorAndStillCompletes() throws Exception {
        live.feed = limit -> {
            throw new IllegalStateException("wire cut");
        };
        live.init();

        live.doGet(request(), response());

        assertTrue(completed.await(10, TimeUnit.SECONDS));
        assertEquals(500, sent.get("status"));
        live.destroy();
    }

    private HttpServletRequest request() {
        AsyncContext waiting = fake(AsyncContext.class, (name, arguments) -> {
            if (name.equals("complete")) {
                completed.countDown();
            }
            return name.equals("getResponse") ? response() : null;
        });
        return fake(HttpServletRequest.class, (name, arguments) -> waiting);
    }

    private HttpServletResponse response() {
        return fake(HttpServletResponse.class, (name, arguments) -> switch (name) {
            case "setHeader" -> sent.put((String) arguments[0], arguments[1]);
            case "setStatus" -> sent.put("status", arguments[0]);
            case "sendError" -> sent.put("error", arguments[0]);
            case "isCommitted" -> false;
            case "getOutputStream" -> {
                sent.put("thread", Thread.currentThread().getName());
                yield new Output();
            }
            default -> null;
        });
    }

    private interface Behaviour {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.answer(method.getName(), arguments)));
    }

    private static final class Live extends LiveServlet {
        private static final long serialVersionUID = 1L;

        Live() {
            super("1.2.3", new Line() {
                @Override
                public String contentType() {
                    return "text/plain";
                }

                @Override
                public String write(String version, Headline headline) {
                    return version + "|" + headline.source() + "|" + headline.text();
                }
            });
        }
    }

    private final class Output extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int one) {
            body.write(one);
        }
    }
}
