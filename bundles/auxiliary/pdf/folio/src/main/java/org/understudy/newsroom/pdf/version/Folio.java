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

/** The folio: A5 with numbered pages, to be carried along. */
@Component(name = "newsroom.pdf")
public final class Folio implements PdfEdition {
    private final String version;
    private final Press press = new Press(new Look(PDRectangle.A5, 40, 10, true));

    /** Sets the press up. */
    @Activate
    public Folio(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    Folio(String version) {
        this.version = version;
    }

    @Override
    public Answer<byte[]> print(Article article) {
        return new Answer<>(press.print(article), version);
    }
}
