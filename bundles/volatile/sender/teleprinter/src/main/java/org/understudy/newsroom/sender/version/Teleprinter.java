package org.understudy.newsroom.sender.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Sender;

/**
 * The teleprinter: writes format 2, {@code NEWS/2 6:source,4:text,}, where each part stands behind its length in
 * characters. Every text arrives as it was.
 */
@Component(name = "newsroom.sender")
public final class Teleprinter implements Sender {
    private final String version;

    /** Opens the line. */
    @Activate
    public Teleprinter(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    Teleprinter(String version) {
        this.version = version;
    }

    @Override
    public Answer<String> write(Headline headline) {
        return new Answer<>("NEWS/2 " + counted(headline.source()) + counted(headline.text()), version);
    }

    private static String counted(String text) {
        return text.length() + ":" + text + ",";
    }
}
