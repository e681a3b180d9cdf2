package org.understudy.newsroom;

/** A {@link Receiver} cannot read a message: it does not know the format, or the message is damaged. */
public class UnreadableMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String version;

    /** Says which version of the receiver cannot read, and why. */
    public UnreadableMessageException(String version, String reason) {
        super("receiver " + version + " cannot read the message: " + reason);
        this.version = version;
    }

    /** The version of the receiver. */
    public String version() {
        return version;
    }
}
