package org.understudy.newsroom.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The letters of one font, each measured once: PDFBox takes its time for a letter. For one thread. */
final class Letters {
    private static final int UNKNOWN = '?';
    private static final double UNITS = 1000;

    private final PDFont font;
    private final Map<Integer, OptionalDouble> widths = new HashMap<>();

    Letters(PDFont font) {
        this.font = font;
    }

    PDFont font() {
        return font;
    }

    /** The text with a question mark for each letter that the font lacks: PDFBox would refuse the whole text. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> measured(letter).isPresent() ? letter : UNKNOWN)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** How wide a printable text is in this size, in points. */
    double width(String text, float size) {
        return text.codePoints()
                        .mapToDouble(letter -> measured(letter).orElse(0))
                        .sum()
                / UNITS
                * size;
    }

    /** The letter's width in thousandths of the size; empty where the font lacks it. */
    private OptionalDouble measured(int letter) {
        return widths.computeIfAbsent(letter, this::measure);
    }

    private OptionalDouble measure(int letter) {
        try {
            return OptionalDouble.of(font.getStringWidth(Character.toString(letter)));
        } catch (IOException | IllegalArgumentException e) {
            return OptionalDouble.empty(); // that is how PDFBox says that there is no such letter
        }
    }
}
