package org.understudy.newsroom.receiver.version;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Headline;
import org.understudy.newsroom.Receiver;
import org.understudy.newsroom.UnreadableMessageException;
import org.understudy.newsroom.receiver.FormatOne;
import org.understudy.newsroom.receiver.Message;

/** The telegraph: reads format 1. */
@Component(name = "newsroom.receiver")
public final class Telegraph implements Receiver {
    private final String version;

    /** Listens. */
    @Activate
    public Telegraph(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    Telegraph(String version) {
        this.version = version;
    }

    @Override
    public Answer<Headline> read(String message) {
        try {
            return new Answer<>(headline(Message.of(message)), version);
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static Headline headline(Message message) {
        return switch (message.format()) {
            case 1 -> FormatOne.read(message.body());
            default ->
                throw new IllegalArgumentException("its format is " + message.format() + ", and only 1 is known");
        };
    }

    private UnreadableMessageException unreadable(IllegalArgumentException reason) {
        UnreadableMessageException unreadable = new UnreadableMessageException(version, reason.getMessage());
        unreadable.initCause(reason);
        return unreadable;
    }
}
