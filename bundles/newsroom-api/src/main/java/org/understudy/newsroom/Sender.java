package org.understudy.newsroom;

import org.osgi.annotation.versioning.ConsumerType;

/** Writes messages of the telegraph. Resource {@code sender}, volatile; swapped together with {@code receiver}. */
@ConsumerType
public interface Sender {
    /** The headline as a message, in the format of this version; a {@link Receiver} reads it. */
    Answer<String> write(Headline headline);
}
