package org.understudy.newsroom.sender.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Sender;

/**
 * The telegraph: writes format 1, {@code NEWS/1 source | text}. It has no bar and no end of line within a message:
 * they become {@code /} and a space.
 */
@Component(name = "newsroom.sender")
public final class Telegraph implements Sender {
    private final String version;

    /** Opens the line. */
    @Activate
    public Telegraph(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    Telegraph(String version) {
        this.version = version;
    }

    @Override
    public Answer<String> write(Headline headline) {
        return new Answer<>("NEWS/1 " + plain(headline.source()) + " | " + plain(headline.text()), version);
    }

    private static String plain(String text) {
        return text.replace('|', '/').replaceAll("\\R", " ").strip();
    }
}
