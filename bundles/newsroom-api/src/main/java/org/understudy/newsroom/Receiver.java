package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;

/** Reads messages of the telegraph. Resource {@code receiver}, volatile; swapped together with {@code sender}. */
@ConsumerType
public interface Receiver {
    /**
     * The headline of a message that a {@link Sender} wrote.
     *
     * @throws UnreadableMessageException if this version does not know the message's format, or the message is damaged
     */
    Answer<Headline> read(String message);
}
