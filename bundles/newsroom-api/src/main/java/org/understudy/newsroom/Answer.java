package org.understudy.newsroom;

import java.util.Objects;

/**
 * A value and the version that gave it.
 *
 * @param value the value
 * @param version the version of the resource that answered
 * @param <T> the value's type; never a type of the resource's own
 */
public record Answer<T>(T value, String version) {
    public Answer {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(version, "version");
    }
}
