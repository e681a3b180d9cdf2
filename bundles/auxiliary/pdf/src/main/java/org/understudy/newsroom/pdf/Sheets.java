package org.understudy.newsroom.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The pages of one document while they are written, from top to bottom. For one thread; to be closed at the end. */
final class Sheets implements AutoCloseable {
    private static final char UNKNOWN = '?';

    private final PDDocument document;
    private final PDFont font;
    private final Look look;
    private PDPageContentStream page;
    private float height;

    Sheets(PDDocument document, PDFont font, Look look) throws IOException {
        this.document = document;
        this.font = font;
        this.look = look;
        turn();
    }

    /** Sets a paragraph in this size and leaves a space below it; goes on with a new page where one is full. */
    void paragraph(String text, float size) throws IOException {
        for (String line : lines(printable(text), size)) {
            height -= Look.leading(size);
            if (height < look.margin()) {
                turn();
                height -= Look.leading(size);
            }
            write(line, look.margin(), height, size);
        }
        height -= look.size();
    }

    private void turn() throws IOException {
        close();
        PDPage fresh = new PDPage(look.paper());
        document.addPage(fresh);
        page = new PDPageContentStream(document, fresh);
        height = look.paper().getHeight() - look.margin();
        if (look.numbered()) {
            write("Newsroom · " + document.getNumberOfPages(), look.margin(), look.margin() / 2, look.size());
        }
    }

    private void write(String line, float x, float y, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(line);
        page.endText();
    }

    /** A word that is wider than the paper gets a line of its own and is not broken. */
    private List<String> lines(String text, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || font.getStringWidth(longer) / 1000 * size <= look.width()) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    /** What the font has no letter for becomes a question mark: PDFBox would refuse the whole text. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(letter -> {
            try {
                font.encode(Character.toString(letter));
                printable.appendCodePoint(letter);
            } catch (IOException | IllegalArgumentException e) {
                printable.append(UNKNOWN);
            }
        });
        return printable.toString();
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
        }
    }
}
