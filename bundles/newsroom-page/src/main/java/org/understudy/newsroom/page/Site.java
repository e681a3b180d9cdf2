package org.understudy.newsroom.page;

import java.util.Set;
import java.util.function.BiConsumer;

/** Newsroom as a function from a request to a reply. Holds nothing of a resource, so any number of threads may use it. */
final class Site {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String ARTICLE = "/article/";
    private static final String SECTION = "/section/";

    private final String about;
    private final BiConsumer<String, NoAnswerException> complaints;

    /**
     * A site.
     *
     * @param about the text of {@code /about}, in Markdown
     * @param complaints told the path and the reason when a resource did not answer
     */
    Site(String about, BiConsumer<String, NoAnswerException> complaints) {
        this.about = about;
        this.complaints = complaints;
    }

    /** The reply to a request, whatever it is; every reply names the versions that took part. */
    Reply answer(String method, String path, Cast cast) {
        Playbill playbill = new Playbill();
        Visit visit = new Visit(playbill, cast, path);
        try {
            Content content = route(method, path, visit);
            String html = visit.dressed(content);
            return new Reply(content.status(), html, playbill.entries(), "");
        } catch (NoAnswerException e) {
            complaints.accept(path, e);
            return trouble(e, playbill);
        }
    }

    private Content route(String method, String path, Visit visit) {
        if (!METHODS.contains(method)) {
            return Content.refused(
                    405, "Not that way", "Newsroom can be read (GET), but it does not take " + method + ".");
        }
        if (path.equals("/")) {
            return visit.front();
        }
        if (path.equals("/about")) {
            return visit.text("About Newsroom", about);
        }
        if (path.startsWith(ARTICLE) && path.length() > ARTICLE.length()) {
            return visit.article(path.substring(ARTICLE.length()));
        }
        if (path.startsWith(SECTION) && path.length() > SECTION.length()) {
            return visit.section(path.substring(SECTION.length()));
        }
        return Content.refused(404, "No such page", "Nothing answers under “" + path + "”.");
    }

    /** A page that needs no resource, for the case that one does not answer. */
    private static Reply trouble(NoAnswerException reason, Playbill playbill) {
        boolean absent = reason.reason() == NoAnswerException.Reason.ABSENT;
        String title = absent ? "Back in a moment" : "Something went wrong";
        String html = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + " · Newsroom</title></head>\n<body style=\"font:18px/1.5 serif;max-width:36em;margin:12vh auto;padding:0 1em\">"
                + "<h1>" + title + "</h1><p>This page cannot be shown: " + Markup.text(reason.getMessage())
                + ".</p></body></html>\n";
        boolean injected = reason.reason() == NoAnswerException.Reason.INJECTED;
        return new Reply(absent ? 503 : 500, html, playbill.entries(), injected ? reason.culprit() : "");
    }
}
