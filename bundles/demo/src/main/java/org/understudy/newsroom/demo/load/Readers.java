package org.understudy.newsroom.demo.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The readers whose usage is replayed. Each keeps the cookie that the site gave it last, and brings it along, so that
 * its requests are of one session. Safe for use by many threads.
 */
final class Readers {
    private final AtomicReferenceArray<String> cookies;

    Readers(int readers) {
        cookies = new AtomicReferenceArray<>(readers);
    }

    /** The beginning of a request by a reader. */
    HttpRequest.Builder of(int reader, URI page) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page);
        String cookie = cookies.get(reader);
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    /** Keeps the cookie that comes with an answer to a reader, if one does. */
    void remember(int reader, HttpResponse<?> response) {
        response.headers().firstValue("Set-Cookie").ifPresent(cookie -> cookies.set(reader, cookie.split(";", 2)[0]));
    }
}
