package org.understudy.predictor.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * A request that says who sends it. It throws where it is asked for a session that it would have to create.
 *
 * @param login who is logged in, or null
 * @param session the identity of the session, or null
 * @param headers its headers
 */
record FakeRequest(String login, String session, Map<String, String> headers) {
    static HttpServletRequest of(String login, String session) {
        return new FakeRequest(login, session, Map.of()).request();
    }

    static HttpServletRequest withHeader(String session, String name, String value) {
        return new FakeRequest(null, session, Map.of(name, value)).request();
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, this::answer);
    }

    private Object answer(String method, Object[] arguments) {
        return switch (method) {
            case "getHeader" -> headers.get(arguments[0]);
            case "getRemoteUser" -> login;
            case "getSession" -> existing(arguments);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private HttpSession existing(Object[] arguments) {
        if (arguments == null || Boolean.TRUE.equals(arguments[0])) {
            throw new AssertionError("a session was created");
        }
        return session == null ? null : fake(HttpSession.class, (method, nothing) -> answerOfSession(method));
    }

    private Object answerOfSession(String method) {
        if (!method.equals("getId")) {
            throw new UnsupportedOperationException(method);
        }
        return session;
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
