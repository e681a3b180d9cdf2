package org.understudy.newsroom.pdf;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * What one version decides.
 *
 * @param paper the size of a page
 * @param margin what stays free on each side, in points
 * @param size the size of the text, in points
 * @param numbered whether each page says which it is
 */
public record Look(PDRectangle paper, float margin, float size, boolean numbered) {
    private static final float LINE = 1.4f;

    /** How wide a line may be, in points. */
    float width() {
        return paper.getWidth() - 2 * margin;
    }

    /** From one line of this size to the next, in points. */
    static float leading(float size) {
        return size * LINE;
    }
}
