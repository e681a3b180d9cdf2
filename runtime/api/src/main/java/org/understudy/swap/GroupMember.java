package org.understudy.swap;

import java.util.Objects;

/**
 * One resource of several that are swapped at one instant.
 *
 * @param resource its name
 * @param candidate the version that is to come
 */
public record GroupMember(String resource, Candidate candidate) {
    public GroupMember {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(candidate, "candidate");
    }
}
