package org.understudy.predictor.model;

import java.io.IOException;

/** A snapshot that cannot be used: damaged, cut off, of another version, or none at all. */
public final class BadSnapshotException extends IOException {
    private static final long serialVersionUID = 1;

    BadSnapshotException(String reason) {
        super(reason);
    }

    BadSnapshotException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
