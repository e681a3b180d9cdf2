package org.understudy.newsroom.qr.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.QrCode;
import org.understudy.newsroom.qr.Drawing;
import org.understudy.newsroom.qr.Modules;

/** QR codes of black squares. */
@Component(name = "newsroom.qr")
public final class SquareCode implements QrCode {
    private final String version;

    /** Sharpens the pencil. */
    @Activate
    public SquareCode(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    SquareCode(String version) {
        this.version = version;
    }

    @Override
    public Answer<String> svg(String text) {
        return new Answer<>(Drawing.of(Modules.of(text), "#000", (x, y) -> "M" + x + " " + y + "h1v1h-1z"), version);
    }
}
