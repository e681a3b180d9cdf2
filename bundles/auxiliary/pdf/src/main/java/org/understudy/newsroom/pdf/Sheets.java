package org.understudy.newsroom.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The pages of one document while they are written, from top to bottom. For one thread; to be closed at the end. */
final class Sheets implements AutoCloseable {
    private final PDDocument document;
    private final Letters letters;
    private final Look look;
    private PDPageContentStream page;
    private float height;

    Sheets(PDDocument document, Letters letters, Look look) throws IOException {
        this.document = document;
        this.letters = letters;
        this.look = look;
        turn();
    }

    /** Sets a paragraph in this size and leaves a space below it; goes on with a new page where one is full. */
    void paragraph(String text, float size) throws IOException {
        for (String line : lines(letters.printable(text), size)) {
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
        page.setFont(letters.font(), size);
        page.newLineAtOffset(x, y);
        page.showText(line);
        page.endText();
    }

    /** A word that is wider than the paper gets a line of its own and is not broken. */
    private List<String> lines(String text, float size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double filled = 0;
        for (String word : text.split(" ")) {
            String next = line.length() == 0 ? word : " " + word;
            double width = letters.width(next, size);
            if (line.length() > 0 && filled + width > look.width()) {
                lines.add(line.toString());
                line.setLength(0);
                filled = 0;
                next = word;
                width = letters.width(word, size);
            }
            line.append(next);
            filled += width;
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
        }
    }
}
