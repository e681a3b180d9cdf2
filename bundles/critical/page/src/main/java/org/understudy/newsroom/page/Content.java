package org.understudy.newsroom.page;

/**
 * The main part of a page, before it is dressed.
 *
 * @param status the HTTP status it is sent with
 * @param title the page's title
 * @param html its body
 */
record Content(int status, String title, String html) {
    static Content found(String title, String html) {
        return new Content(200, title, html);
    }

    static Content refused(int status, String title, String explanation) {
        return new Content(
                status,
                title,
                "<section class=\"story\"><p class=\"kicker\">" + status + "</p><h1>" + Markup.text(title)
                        + "</h1><p class=\"standfirst\">" + Markup.text(explanation)
                        + "</p><p class=\"more\"><a href=\"/\">To the front page</a></p></section>");
    }
}
