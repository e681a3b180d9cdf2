package org.understudy.newsroom.page;

/** A resource did not answer a request. */
final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    enum Reason {
        /** The resource is not there. */
        ABSENT,
        /** A faulty version failed on purpose. */
        INJECTED,
        /** The resource failed. */
        FAILED
    }

    private final String resource;
    private final String version;
    private final Reason reason;

    private NoAnswerException(String resource, String version, Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.resource = resource;
        this.version = version;
        this.reason = reason;
    }

    static NoAnswerException absent(String resource) {
        return new NoAnswerException(
                resource, "", Reason.ABSENT, "the resource '" + resource + "' is not on stage", null);
    }

    static NoAnswerException injected(String resource, String version, Throwable cause) {
        return new NoAnswerException(resource, version, Reason.INJECTED, cause.getMessage(), cause);
    }

    static NoAnswerException failed(String resource, Throwable cause) {
        return new NoAnswerException(resource, "", Reason.FAILED, "the resource '" + resource + "' failed", cause);
    }

    Reason reason() {
        return reason;
    }

    /** Resource and version as {@code name=version}; only where the fault was injected is the version known. */
    String culprit() {
        return resource + "=" + version;
    }
}
