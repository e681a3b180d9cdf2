package org.understudy.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ServletPartTest {
    private final AtomicReference<Object> memory = new AtomicReference<>();
    private final List<String> log = new ArrayList<>();

    private record Config(String word) implements ServletConfig {
        @Override
        public String getServletName() {
            return "servlet";
        }

        @Override
        public ServletContext getServletContext() {
            return (ServletContext) Proxy.newProxyInstance(
                    Config.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> null);
        }

        @Override
        public String getInitParameter(String name) {
            return word;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }

    private final class Version extends GenericServlet {
        private static final long serialVersionUID = 1L;
        private final String name;

        private Version(String name) {
            this.name = name;
        }

        @Override
        public void init() throws ServletException {
            if (name.equals("bad")) {
                throw new ServletException("no mood for it");
            }
            log.add("init " + name + " with " + getInitParameter("word"));
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) {
            log.add("service " + name);
        }

        @Override
        public void destroy() {
            log.add("destroy " + name);
        }
    }

    private ServletPart version(String name) {
        return new ServletPart(new Version(name), new FakeSurroundings(memory));
    }

    @Test
    void theFirstVersionIsInitialisedByItsWhiteboardAndLaterOnesBeforeTheyAreCalled() throws Exception {
        ServletPart first = version("1");
        first.begin();
        first.init(new Config("a"));
        ServletPart second = version("2");
        second.begin();
        second.service(null, null);
        first.end();

        assertEquals(List.of("init 1 with a", "init 2 with a", "service 2", "destroy 1"), log);
    }

    @Test
    void beginningAndEndingTwiceIsBeginningAndEndingOnce() throws Exception {
        ServletPart part = version("1");
        part.init(new Config("a"));
        part.begin();
        part.end();
        part.end();

        assertEquals(List.of("init 1 with a", "destroy 1"), log);
    }

    @Test
    void aVersionThatComesBackToAnotherWhiteboardBeginsAnew() throws Exception {
        ServletPart first = version("1");
        first.init(new Config("a"));
        ServletPart second = version("2");
        second.begin();
        second.destroy();
        second.init(new Config("b"));
        first.begin();

        assertEquals(
                List.of("init 1 with a", "init 2 with a", "destroy 2", "init 2 with b", "destroy 1", "init 1 with b"),
                log);
    }

    @Test
    void anInitThatFailsHasNotBegunAndIsNotDestroyed() {
        memory.set(new Config("a"));
        ServletPart bad = version("bad");

        assertThrows(ServletException.class, bad::begin);
        bad.end();

        assertEquals(List.of(), log);
    }
}
