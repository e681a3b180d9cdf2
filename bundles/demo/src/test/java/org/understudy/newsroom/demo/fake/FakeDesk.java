package org.understudy.newsroom.demo.fake;

/** A shell command over a handle. */
public final class FakeDesk {
    private final FakeHandle handle;

    FakeDesk(FakeHandle handle) {
        this.handle = handle;
    }

    /** What the shell prints: the version that answers. */
    public String desk() {
        return "desk " + handle.version();
    }
}
