package org.understudy.newsroom.stamp;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The mark of one version. Set before the response is made, because its head may be on its way when the filter gets it
 * back.
 *
 * @param version the version that is stamped
 */
public record Pad(String version) {
    /** The header that names the version. */
    public static final String STAMP = "X-Understudy-Stamp";

    /** Marks a response. */
    public void press(HttpServletResponse response) {
        response.setHeader(STAMP, version);
    }
}
