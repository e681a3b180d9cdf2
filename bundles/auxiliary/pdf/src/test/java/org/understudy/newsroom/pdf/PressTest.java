package org.understudy.newsroom.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.understudy.newsroom.Article;

class PressTest {
    @Test
    void whatIsPrintedCanBeRead() throws IOException {
        String text = read(print(new Look(PDRectangle.A4, 72, 12, false), "Storks *leave* late – “öfter” 鸛.\n"));

        assertTrue(text.contains("Storks leave late"), text);
        assertTrue(text.contains("By A. Uthor, 24 November 2026"), text);
        assertTrue(text.contains("– “öfter” ?."), text);
    }

    @Test
    void aLongArticleGoesOnWithNumberedPages() throws IOException {
        byte[] pdf = print(new Look(PDRectangle.A5, 40, 10, true), "Many words. ".repeat(600));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 2);
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Newsroom · 2"), text);
            assertEquals(600, text.split("Many").length - 1);
        }
    }

    private static byte[] print(Look look, String markdown) {
        return new Press(look)
                .print(new Article(
                        "storks",
                        "Storks",
                        "Nature",
                        "A. Uthor",
                        LocalDate.of(2026, 11, 24),
                        "Sum.",
                        markdown,
                        List.of()));
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
