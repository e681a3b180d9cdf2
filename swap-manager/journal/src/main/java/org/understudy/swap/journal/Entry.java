package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;

/**
 * One record of the journal.
 *
 * @param sequence its number; every entry's is higher than those of all before it, though not always by one
 * @param at when it was written, by the clock of the machine; for people, nothing is ordered by it
 * @param kind what sort of thing it tells, in the words of whoever wrote it
 * @param body what it tells
 */
public record Entry(long sequence, Instant at, String kind, JsonNode body) {
    /** Refuses what is no entry. */
    public Entry {
        if (sequence < 1) {
            throw new IllegalArgumentException("an entry has a number from 1 on, not " + sequence);
        }
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(body, "body");
        if (kind.isBlank()) {
            throw new IllegalArgumentException("entry " + sequence + " has a blank kind");
        }
    }
}
