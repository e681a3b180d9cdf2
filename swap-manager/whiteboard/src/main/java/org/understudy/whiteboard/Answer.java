package org.understudy.whiteboard;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.understudy.dispatch.Failures;

/**
 * What a request is answered with.
 *
 * @param response the response
 * @param failures where it is counted if its status says that the server has failed
 */
record Answer(ServletResponse response, Failures failures) {
    /** The answer has been given. */
    void given() {
        if (response instanceof HttpServletResponse http
                && http.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            failures.add("HTTP " + http.getStatus());
        }
    }
}
