package org.understudy.swap;

import java.util.Collection;

/** No resource of this name is known. */
public class UnknownResourceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Says which name was asked for and which are known. */
    public UnknownResourceException(String name, Collection<String> known) {
        super("there is no resource '" + name + "'; "
                + (known.isEmpty()
                        ? "none is known yet: `stage NAME FILE` makes one known"
                        : "known: " + String.join(", ", known)));
    }
}
