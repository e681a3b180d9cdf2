package org.understudy.newsroom.pdf.version;

import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Article;
import org.understudy.newsroom.PdfEdition;
import org.understudy.newsroom.pdf.Look;
import org.understudy.newsroom.pdf.Press;

/** The sheet: A4, large enough to read at the breakfast table. */
@Component(name = "newsroom.pdf")
public final class Sheet implements PdfEdition {
    private final String version;
    private final Press press = new Press(new Look(PDRectangle.A4, 72, 12, false));

    /** Sets the press up. */
    @Activate
    public Sheet(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    Sheet(String version) {
        this.version = version;
    }

    @Override
    public Answer<byte[]> print(Article article) {
        return new Answer<>(press.print(article), version);
    }
}
