package org.understudy.newsroom.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** The dark and light squares of one QR code, with the margin that it needs around. Immutable. */
public final class Modules {
    private static final int MARGIN = 4;

    private final ByteMatrix matrix;

    private Modules(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    /**
     * The code of a text; a seventh of it may be damaged and it is read all the same.
     *
     * @throws IllegalArgumentException if the text is empty or too long
     */
    public static Modules of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a QR code needs a text, but it is empty");
        }
        try {
            return new Modules(
                    Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " characters does not fit into a QR code", e);
        }
    }

    /** How many squares a side has, margin included. */
    public int size() {
        return matrix.getWidth() + 2 * MARGIN;
    }

    /** Whether the square is dark; those of the margin are not. */
    public boolean dark(int x, int y) {
        int column = x - MARGIN;
        int row = y - MARGIN;
        return column >= 0
                && row >= 0
                && column < matrix.getWidth()
                && row < matrix.getHeight()
                && matrix.get(column, row) == 1;
    }
}
