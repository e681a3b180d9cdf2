package org.understudy.dispatch;

/** A call reached a resource of which no version can answer. */
public class ResourceUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Says which resource and why. */
    public ResourceUnavailableException(String message) {
        super(message);
    }
}
