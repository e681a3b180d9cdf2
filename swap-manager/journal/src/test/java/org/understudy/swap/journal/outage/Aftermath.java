package org.understudy.swap.journal.outage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What is found, when the power is back, of that which was not forced.
 *
 * @param names which changes to folders
 * @param bytes which changes to files
 * @param seed for those that are left to chance
 */
public record Aftermath(Names names, Bytes bytes, long seed) {
    /** Which files were created, renamed or deleted after all. */
    public enum Names {
        /** None of them. */
        NONE,
        /** All of them. */
        ALL,
        /** In each folder the last one only. */
        LAST,
        /** In each folder all but the last one. */
        ALL_BUT_LAST,
        /** Any of them, in any order. */
        ANY
    }

    /** What was written, or cut off, after all. */
    public enum Bytes {
        /** Nothing. */
        NONE,
        /** Everything. */
        ALL,
        /** Everything that was written, and nothing that was cut off. */
        UNCUT,
        /** The first half of every write. */
        TORN,
        /** The length of every write, and zeroes for its content. */
        ZEROED,
        /** The second half of every write, and zeroes before it. */
        HOLED,
        /** Any of these, for each write anew, and cut anywhere. */
        ANY
    }

    /** The extremes, in all combinations. */
    public static List<Aftermath> extremes() {
        List<Aftermath> all = new ArrayList<>();
        for (Names names : EnumSet.complementOf(EnumSet.of(Names.ANY))) {
            for (Bytes bytes : EnumSet.complementOf(EnumSet.of(Bytes.ANY))) {
                all.add(new Aftermath(names, bytes, 0));
            }
        }
        return all;
    }

    /** As many as wanted, left to chance. */
    public static List<Aftermath> chances(long seed, int count) {
        return LongStream.range(seed, seed + count)
                .mapToObj(each -> new Aftermath(Names.ANY, Bytes.ANY, each))
                .toList();
    }
}
