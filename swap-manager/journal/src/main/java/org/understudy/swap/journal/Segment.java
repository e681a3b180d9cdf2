package org.understudy.swap.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * One file of the journal.
 *
 * @param file where it is
 * @param first the number of its first readable entry, or 0 where it has none
 * @param last the number of its last readable entry, or 0 where it has none
 * @param bytes its length
 * @param sealed whether a later file vouches for its content; the last file never is
 * @param sha256 of its content as it is, lower-case hexadecimal; empty for a file that is not there or cannot be read
 * @param damage what is wrong with it, a sentence each; empty for a file that is as it was written
 */
public record Segment(
        Path file, long first, long last, long bytes, boolean sealed, String sha256, List<String> damage) {
    /** Copies the list. */
    public Segment {
        damage = List.copyOf(damage);
    }

    /** Whether it is as it was written. */
    public boolean sound() {
        return damage.isEmpty();
    }
}
