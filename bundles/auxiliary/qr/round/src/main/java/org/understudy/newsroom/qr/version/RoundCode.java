package org.understudy.newsroom.qr.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.qr.Drawing;
import org.understudy.newsroom.qr.Modules;

/** QR codes of ink dots. */
@Component(name = "newsroom.qr")
public final class RoundCode implements QrCode {
    private final String version;

    /** Sharpens the pencil. */
    @Activate
    public RoundCode(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    RoundCode(String version) {
        this.version = version;
    }

    @Override
    public Answer<String> svg(String text) {
        return new Answer<>(
                Drawing.of(
                        Modules.of(text),
                        "#12263f",
                        (x, y) -> "M" + x + " " + (y + 0.5) + "a.5 .5 0 1 1 1 0a.5 .5 0 1 1-1 0z"),
                version);
    }
}
