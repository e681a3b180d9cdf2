package org.understudy.newsroom.pdf;

import java.util.List;
import java.util.stream.Stream;

/** Markdown as plain paragraphs: what is said, without how it is marked. */
final class Prose {
    private Prose() {}

    /** The paragraphs of a text, in their order; list items and table rows each become one. */
    static List<String> paragraphs(String markdown) {
        return Stream.of(markdown.split("\\R\\s*\\R|\\R(?=[-*|>] ?)"))
                .map(Prose::plain)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String plain(String block) {
        return block.replaceAll("(?m)^#{1,6} +|^> ?", "")
                .replaceAll("(?m)^[-*] +", "– ")
                .replaceAll("!?\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[*`]|(?m)^\\|[-| ]+\\|$", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
