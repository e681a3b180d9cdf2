package org.understudy.predictor.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.understudy.predict.Usage;

/**
 * Whose request it is: of whoever is logged in, else of the session. The name is passed on and kept nowhere.
 *
 * <p>Nobody's is a request without a session, one of a name too long to be taken, and one whose sender does not want to
 * be followed, by the Global Privacy Control of the browser (the header {@code Sec-GPC} with the value 1).
 */
final class Visitor {
    private static final String PRIVACY_CONTROL = "Sec-GPC";
    private static final String PRIVATE = "1";

    private Visitor() {}

    static Optional<String> of(HttpServletRequest request) {
        if (PRIVATE.equals(request.getHeader(PRIVACY_CONTROL))) {
            return Optional.empty();
        }
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : named(request.getRemoteUser(), session);
    }

    private static Optional<String> named(String login, HttpSession session) {
        String name = login == null || login.isEmpty() ? session.getId() : login;
        return name.length() > Usage.LONGEST_NAME ? Optional.empty() : Optional.of(name);
    }
}
