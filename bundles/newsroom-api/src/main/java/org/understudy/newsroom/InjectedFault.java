package org.understudy.newsroom;

/**
 * What a faulty version throws on purpose. It lies in the contract so that a caller can tell it from every other
 * failure.
 */
public class InjectedFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String version;

    /** Says which version throws. */
    public InjectedFault(String resource, String version) {
        super(resource + " " + version + " fails on purpose");
        this.version = version;
    }

    /** The version that threw. */
    public String version() {
        return version;
    }
}
