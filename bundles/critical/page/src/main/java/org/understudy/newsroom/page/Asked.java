package org.understudy.newsroom.page;

/**
 * What a request asks for.
 *
 * @param method the HTTP method
 * @param origin scheme, host and port that it was sent to, without a closing slash
 * @param path the path, decoded; begins with a slash
 * @param form what was filled in, where something is sent
 */
record Asked(String method, String origin, String path, Form form) {
    Asked(String method, String origin, String path) {
        this(method, origin, path, Form.NONE);
    }
}
