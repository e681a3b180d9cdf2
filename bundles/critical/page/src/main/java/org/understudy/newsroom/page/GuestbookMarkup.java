package org.understudy.newsroom.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.Guestbook;

/** What stands below an article: what readers wrote, and a form to write more. Whatever they wrote is escaped here. */
final class GuestbookMarkup {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private GuestbookMarkup() {}

    /**
     * All of it.
     *
     * @param comments those that are shown, oldest first
     * @param more whether there are more than those
     */
    static String of(Article article, List<Comment> comments, long readings, boolean more) {
        return "<section class=\"guestbook\" id=\"comments\"><h2 class=\"section-title\">Readers</h2><p class=\"byline\">Read "
                + readings + (readings == 1 ? " time" : " times") + (more ? " · the latest comments" : "") + "</p>"
                + comments.stream().map(GuestbookMarkup::comment).collect(Collectors.joining("\n"))
                + form(article) + "</section>";
    }

    private static String comment(Comment comment) {
        String posted = comment.posted().map(time -> " · " + TIME.format(time)).orElse("");
        return "<article id=\"comment-" + comment.number() + "\"><p style=\"white-space:pre-line\">"
                + Markup.text(comment.text()) + "</p><p class=\"byline\"><b>" + Markup.text(comment.author()) + "</b>"
                + posted + "</p></article>";
    }

    private static String form(Article article) {
        return "<form method=\"post\" action=\"" + Markup.articlePath(article) + "/comments\">"
                + "<p><input name=\"author\" maxlength=\"" + Guestbook.LONGEST_AUTHOR
                + "\" placeholder=\"Your name\" aria-label=\"Your name\"></p>"
                + "<p><textarea name=\"text\" rows=\"4\" cols=\"60\" maxlength=\"" + Guestbook.LONGEST_TEXT
                + "\" required placeholder=\"What do you think?\" aria-label=\"Your comment\"></textarea></p>"
                + "<p><button>Post the comment</button></p></form>";
    }
}
