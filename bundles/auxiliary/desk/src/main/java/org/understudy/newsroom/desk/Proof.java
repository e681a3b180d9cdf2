package org.understudy.newsroom.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.understudy.newsroom.Headline;

/** Lines as they are shown at the shell. */
public final class Proof {
    private Proof() {}

    /** One headline a line, the sources in a column; says so where there is none. */
    public static String of(List<Headline> headlines) {
        if (headlines.isEmpty()) {
            return "no headlines";
        }
        int width = headlines.stream()
                .mapToInt(headline -> headline.source().length())
                .max()
                .getAsInt();
        return headlines.stream()
                .map(headline ->
                        headline.source() + " ".repeat(width - headline.source().length()) + "  " + headline.text())
                .collect(Collectors.joining("\n"));
    }
}
