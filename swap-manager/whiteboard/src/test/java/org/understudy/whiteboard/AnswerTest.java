package org.understudy.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.understudy.dispatch.Generation;
import org.understudy.dispatch.Outstanding;

/** Which answers of a servlet count as failures of its version. */
class AnswerTest {
    private DispatcherType type = DispatcherType.REQUEST;
    private int status = 200;
    private AsyncListener listener;
    private final FakeSurroundings surroundings = new FakeSurroundings(new AtomicReference<>());
    private final Outstanding outstanding = surroundings.outstanding();
    private final Generation generation = new Generation("page 1.0.0", outstanding, new Object[0]);
    private final HttpServletResponse response = fake(
            HttpServletResponse.class,
            (proxy, method, arguments) -> method.getName().equals("getStatus") ? status : null);
    private final AsyncContext async = fake(AsyncContext.class, (proxy, method, arguments) -> {
        if (method.getName().equals("addListener")) {
            listener = (AsyncListener) arguments[0];
        }
        return method.getName().equals("getResponse") ? response : null;
    });

    private final HttpServletRequest request =
            fake(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getDispatcherType" -> type;
                case "isAsyncStarted" -> listener != null;
                case "startAsync" -> async;
                default -> null;
            });

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final boolean later;

        private Servlet(boolean later) {
            this.later = later;
        }

        @Override
        protected void service(HttpServletRequest asked, HttpServletResponse answer) {
            if (later) {
                asked.startAsync();
            }
        }
    }

    private void ask(boolean later) throws Exception {
        ServletPart part = new ServletPart(new Servlet(later), surroundings);
        part.init(fake(
                ServletConfig.class,
                (proxy, method, arguments) -> method.getName().equals("getServletContext")
                        ? fake(ServletContext.class, (context, called, given) -> null)
                        : null));
        part.service((ServletRequest) request, response);
    }

    private Map<String, Long> failures() {
        return generation.meter().read().failures();
    }

    @ParameterizedTest
    @CsvSource({"500,1", "503,1", "499,0", "404,0", "200,0"})
    void aStatusThatBlamesTheServerIsAFailure(int given, int failed) throws Exception {
        status = given;

        ask(false);

        assertEquals(failed == 0 ? Map.of() : Map.of("HTTP " + given, 1L), failures());
    }

    /** Fails if whoever dresses an error of another is blamed for it. */
    @Test
    void anErrorPageDoesNotFail() throws Exception {
        type = DispatcherType.ERROR;
        status = 500;

        ask(false);

        assertEquals(Map.of(), failures());
    }

    /** Fails if an asynchronous request is judged when its thread returns. */
    @Test
    void anAnswerThatComesLaterIsLookedAtWhenItHasCome() throws Exception {
        ask(true);
        Map<String, Long> before = failures();
        status = 503;
        listener.onComplete(null);

        assertEquals(Map.of(), before);
        assertEquals(Map.of("HTTP 503", 1L), failures());
        assertEquals(0, generation.meter().read().inside());
    }
}
