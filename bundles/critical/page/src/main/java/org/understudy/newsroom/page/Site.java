package org.understudy.newsroom.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.CommentRefusedException;

/** Newsroom as a function from a request to a reply. Holds nothing of a resource, so any number of threads may use it. */
final class Site {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String ARTICLE = "/article/";
    private static final String COMMENTS = "/comments";
    private static final String SECTION = "/section/";
    private static final String QR = "/qr/";
    private static final String PDF = "/pdf/";

    private final Edition edition;
    private final String about;
    private final BiConsumer<String, NoAnswerException> complaints;

    /**
     * A site.
     *
     * @param edition what this version of the page decides
     * @param about the text of {@code /about}, in Markdown
     * @param complaints told the path and the reason when a resource did not answer
     */
    Site(Edition edition, String about, BiConsumer<String, NoAnswerException> complaints) {
        this.edition = edition;
        this.about = about;
        this.complaints = complaints;
    }

    /** The reply to a request, whatever it is; every reply names the versions that took part. */
    Reply answer(Asked asked, Cast cast) {
        Playbill playbill = new Playbill(edition.version());
        Visit visit =
                new Visit(edition, playbill, cast, asked.path(), asked.method().equals("GET"));
        try {
            if (asked.method().equals("POST") && enclosed(asked.path(), ARTICLE, COMMENTS)) {
                return written(asked, visit, playbill);
            }
            Optional<Reply> copy = copy(asked, cast, visit, playbill);
            return copy.isPresent() ? copy.get() : page(asked, visit, playbill);
        } catch (NoAnswerException e) {
            complaints.accept(asked.path(), e);
            return trouble(e, playbill);
        }
    }

    /** A comment that is sent, or why it is not taken down. */
    private static Reply written(Asked asked, Visit visit, Playbill playbill) {
        String slug = name(asked.path(), ARTICLE, COMMENTS);
        Content problem;
        try {
            Form form = asked.form();
            if (form.status() != 200) {
                problem = Content.refused(form.status(), "Not taken down", form.problem());
            } else if (visit.find(slug).isEmpty()) {
                problem = Content.refused(404, "No such article", "There is no article to comment on under this name.");
            } else {
                String place = visit.write(slug, form.field("author"), form.field("text"));
                return Reply.seeOther(place, playbill.entries());
            }
        } catch (CommentRefusedException e) {
            problem = Content.refused(400, "Not taken down", e.getMessage() + ".");
        }
        return Reply.html(problem.status(), visit.dressed(problem), playbill.entries(), "");
    }

    private Reply page(Asked asked, Visit visit, Playbill playbill) {
        Content content = route(asked.method(), asked.path(), visit);
        String html = visit.dressed(content);
        return Reply.html(content.status(), html, playbill.entries(), "");
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

    /** An article in another form than HTML; empty where none was asked for, or there is no such article or form. */
    private static Optional<Reply> copy(Asked asked, Cast cast, Visit visit, Playbill playbill) {
        if (!METHODS.contains(asked.method())) {
            return Optional.empty();
        }
        if (cast.qr() != null && enclosed(asked.path(), QR, ".svg")) {
            return visit.find(name(asked.path(), QR, ".svg"))
                    .map(article -> code(asked.origin() + Markup.articlePath(article), cast, playbill));
        }
        if (cast.pdf() != null && enclosed(asked.path(), PDF, ".pdf")) {
            return visit.find(name(asked.path(), PDF, ".pdf")).map(article -> print(article, cast, playbill));
        }
        return Optional.empty();
    }

    private static Reply code(String address, Cast cast, Playbill playbill) {
        String svg = playbill.ask("qr", cast.qr(), qr -> qr.svg(address));
        return Reply.document("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8), playbill.entries());
    }

    private static Reply print(Article article, Cast cast, Playbill playbill) {
        byte[] pdf = playbill.ask("pdf", cast.pdf(), edition -> edition.print(article));
        return Reply.document("application/pdf", pdf, playbill.entries());
    }

    private static boolean enclosed(String path, String before, String after) {
        return path.startsWith(before) && path.endsWith(after) && path.length() > before.length() + after.length();
    }

    private static String name(String path, String before, String after) {
        return path.substring(before.length(), path.length() - after.length());
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
        return Reply.html(absent ? 503 : 500, html, playbill.entries(), injected ? reason.culprit() : "");
    }
}
