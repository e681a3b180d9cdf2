package org.understudy.newsroom.page;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a request gets.
 *
 * @param status the HTTP status
 * @param contentType what the body is
 * @param body the document; not copied, so whoever makes a reply leaves it alone
 * @param versions who answered, as {@code name=version}
 * @param location where to look now, for a redirection; else empty
 * @param fault the faulty version that failed on purpose, as {@code name=version}; empty where none did
 */
record Reply(int status, String contentType, byte[] body, String location, List<String> versions, String fault) {
    Reply {
        versions = List.copyOf(versions);
    }

    static Reply html(int status, String html, List<String> versions, String fault) {
        return new Reply(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8), "", versions, fault);
    }

    static Reply document(String contentType, byte[] body, List<String> versions) {
        return new Reply(200, contentType, body, "", versions, "");
    }

    /** It is done; the result is shown there. */
    static Reply seeOther(String location, List<String> versions) {
        return new Reply(303, "text/plain;charset=utf-8", new byte[0], location, versions, "");
    }

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
