package org.understudy.newsroom.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.understudy.newsroom.Article;

/**
 * Prints articles. The font is the one that comes with PDFBox and goes into the document, so that the machine's fonts
 * are never looked for. Immutable, so any number of threads may use it.
 */
public final class Press {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final float TITLE = 2f;
    private static final float SUMMARY = 1.25f;
    private static final float BYLINE = 0.85f;

    private final Look look;

    /** Prints in this look. */
    public Press(Look look) {
        this.look = look;
    }

    /** The article as a PDF document. */
    public byte[] print(Article article) {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(article.title());
            information.setAuthor(article.author());
            information.setCreator("Newsroom");
            Letters letters = new Letters(font(document));
            try (Sheets sheets = new Sheets(document, letters, look)) {
                set(article, sheets);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the article '" + article.slug() + "' cannot be printed", e);
        }
    }

    private void set(Article article, Sheets sheets) throws IOException {
        sheets.paragraph(article.title(), look.size() * TITLE);
        sheets.paragraph(article.summary(), look.size() * SUMMARY);
        sheets.paragraph("By " + article.author() + ", " + DAY.format(article.published()), look.size() * BYLINE);
        for (String paragraph : Prose.paragraphs(article.markdown())) {
            sheets.paragraph(paragraph, look.size());
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            return PDType0Font.load(document, in);
        }
    }
}
