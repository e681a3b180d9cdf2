package org.understudy.newsroom.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever reads a page has a session from then on, which tells what one reader reads from what others do. Nothing is
 * kept in it, so it goes on through all versions of the site. Who asks for privacy by the Global Privacy Control of the
 * browser gets none.
 *
 * <p>A session ends half an hour after the last page. One that its reader has not come back with, as programs do that
 * keep no cookies, ends a minute after the first, so that there are never more of them than come in that time.
 */
final class Reader {
    static final int FIRST_SECONDS = 60;
    static final int SECONDS = 30 * 60;

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final String COOKIE = "Set-Cookie";
    private static final String SAME_SITE = "SameSite";

    private Reader() {}

    /** Opens or goes on with the session; to be called before anything of the answer is sent. */
    static void welcome(HttpServletRequest request, HttpServletResponse response) {
        if ("1".equals(request.getHeader("Sec-GPC"))) {
            return;
        }
        try {
            if (remember(request.getSession())) {
                keepToThisSite(response);
            }
        } catch (IllegalStateException e) {
            LOG.debug("a reader's session ended while a page was read; the next page opens another", e);
        }
    }

    /** Says how long the session goes on; returns whether it begins now. */
    private static boolean remember(HttpSession session) {
        boolean first = session.isNew();
        int seconds = first ? FIRST_SECONDS : SECONDS;
        if (session.getMaxInactiveInterval() != seconds) {
            session.setMaxInactiveInterval(seconds);
        }
        return first;
    }

    /** The whiteboard has no setting for it, and not every browser does so by itself. */
    private static void keepToThisSite(HttpServletResponse response) {
        Collection<String> cookies = List.copyOf(response.getHeaders(COOKIE));
        if (cookies.stream().allMatch(cookie -> cookie.contains(SAME_SITE))) {
            return;
        }
        response.setHeader(COOKIE, null);
        cookies.forEach(cookie ->
                response.addHeader(COOKIE, cookie.contains(SAME_SITE) ? cookie : cookie + "; " + SAME_SITE + "=Lax"));
    }
}
