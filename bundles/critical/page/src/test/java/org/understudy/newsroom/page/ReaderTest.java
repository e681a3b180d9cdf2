package org.understudy.newsroom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private final List<String> cookies = new ArrayList<>();
    private boolean open;
    private boolean isNew = true;
    private boolean ended;
    private int inactive;
    private String privacyControl;

    @Test
    void theFirstPageOpensAShortSessionWhoseCookieStaysWithTheSite() {
        welcome();

        assertEquals(List.of("other=1; SameSite=Strict", "JSESSIONID=abc; Path=/; HttpOnly; SameSite=Lax"), cookies);
        assertEquals(Reader.FIRST_SECONDS, inactive);
    }

    @Test
    void whoComesBackIsRememberedForLonger() {
        welcome();
        isNew = false;
        welcome();

        assertEquals(2, cookies.size(), cookies::toString);
        assertEquals(Reader.SECONDS, inactive);
    }

    @Test
    void whoAsksForPrivacyGetsNoSession() {
        privacyControl = "1";
        welcome();

        assertFalse(open);
    }

    @Test
    void aSessionThatEndsMeanwhileFailsNoPage() {
        ended = true;

        welcome();

        assertFalse(cookies.isEmpty());
    }

    private void welcome() {
        Reader.welcome(
                fake(HttpServletRequest.class, this::onRequest), fake(HttpServletResponse.class, this::onResponse));
    }

    private Object onRequest(String method, Object[] arguments) {
        return switch (method) {
            case "getHeader" -> privacyControl;
            case "getSession" -> session();
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private HttpSession session() {
        if (!open) {
            open = true;
            cookies.add("other=1; SameSite=Strict");
            cookies.add("JSESSIONID=abc; Path=/; HttpOnly");
        }
        return fake(HttpSession.class, this::onSession);
    }

    private Object onSession(String method, Object[] arguments) {
        switch (method) {
            case "isNew" -> {
                return isNew;
            }
            case "setMaxInactiveInterval" -> inactive = allowed((int) arguments[0]);
            case "getMaxInactiveInterval" -> {
                return inactive;
            }
            default -> throw new UnsupportedOperationException(method);
        }
        return null;
    }

    private int allowed(int seconds) {
        if (ended) {
            throw new IllegalStateException("planned");
        }
        return seconds;
    }

    private Object onResponse(String method, Object[] arguments) {
        switch (method) {
            case "getHeaders" -> {
                return cookies;
            }
            case "setHeader" -> cookies.clear();
            case "addHeader" -> cookies.add((String) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        }
        return null;
    }

    /** What a call of an interface comes to. */
    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
