package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one file of the journal: sound lines and the bytes between them that are none.
 *
 * @param file the file
 * @param length its length in bytes
 * @param sha256 the digest of its content
 * @param header its first line, if that is sound
 * @param lines its entries, in the order of the file
 * @param damage everything else, in the order of the file
 */
record Reading(Path file, long length, String sha256, Optional<Header> header, List<Line> lines, List<Damage> damage) {

    /** No entry's line is shorter. */
    private static final int SHORTEST = 90;

    private static final byte[] START = "{\"seq\":".getBytes(StandardCharsets.US_ASCII);

    /**
     * Bytes that are no sound line.
     *
     * @param from the first
     * @param to the one after the last
     * @param pieces how many lines that was, by the line feeds and by the beginnings of entries in it
     */
    record Damage(long from, long to, int pieces) {
        /** How many entries it can have been at the very most. */
        long most() {
            return pieces + (to - from) / SHORTEST;
        }
    }

    static Reading of(Path file, byte[] bytes) throws IOException {
        Optional<Header> header = Optional.empty();
        List<Line> lines = new ArrayList<>();
        List<Damage> damage = new ArrayList<>();
        for (int from = 0, to; from < bytes.length; from = to) {
            int feed = feed(bytes, from);
            to = Math.min(feed + 1, bytes.length);
            // without its line feed a line was not written to its end
            Optional<JsonNode> json = feed == bytes.length ? Optional.empty() : Checked.read(bytes, from, feed);
            if (from == 0 && json.filter(Header::is).isPresent()) {
                header = json.map(Header::of);
                continue;
            }
            int begin = from;
            int end = to;
            Optional<Line> line = json.flatMap(object -> Line.of(object, begin, end));
            if (line.isPresent() && follows(line.get(), header, lines)) {
                lines.add(line.get());
            } else {
                note(damage, from, to, Math.max(1, starts(bytes, from, to)));
            }
        }
        return new Reading(file, bytes.length, sha256(bytes), header, List.copyOf(lines), List.copyOf(damage));
    }

    /** A sound line can stand in the wrong place only if somebody has put it there. */
    private static boolean follows(Line line, Optional<Header> header, List<Line> before) {
        if (before.isEmpty()) {
            return header.map(known -> known.home().equals(line.home())).orElse(true);
        }
        Line last = before.get(before.size() - 1);
        return last.home().equals(line.home())
                && last.entry().sequence() < line.entry().sequence();
    }

    private static int feed(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** How many entries seem to begin there: a line feed that is damaged makes one line of two. */
    private static int starts(byte[] bytes, int from, int to) {
        int starts = 0;
        for (int at = from; at + START.length <= to; at++) {
            starts += Arrays.equals(bytes, at, at + START.length, START, 0, START.length) ? 1 : 0;
        }
        return starts;
    }

    private static void note(List<Damage> damage, long from, long to, int pieces) {
        int last = damage.size() - 1;
        if (last >= 0 && damage.get(last).to() == from) {
            Damage before = damage.get(last);
            damage.set(last, new Damage(before.from(), to, before.pieces() + pieces));
        } else {
            damage.add(new Damage(from, to, pieces));
        }
    }

    /** The number that its name says. */
    long named() {
        return Names.first(file);
    }

    /** Whose it is, as far as it can still be told. */
    Optional<String> home() {
        return header.map(Header::home).or(() -> lines.stream().map(Line::home).findFirst());
    }

    /** Whether its first entry is a checkpoint, and sound. */
    boolean beginsWithCheckpoint() {
        return !lines.isEmpty()
                && lines.get(0).checkpoint()
                && lines.get(0).entry().sequence() == named();
    }

    /** Whether every byte of it is as it was written, as far as the file itself can tell. */
    boolean whole() {
        return header.isPresent() && damage.isEmpty() && !beheaded();
    }

    /** Whether the entry that it was begun with is gone, and with it whatever followed. */
    boolean beheaded() {
        return lines.isEmpty()
                        && damage.isEmpty()
                        && header.flatMap(Header::before).isPresent()
                || length == 0;
    }

    /** The number of its last entry, or of the last one before it where it has none. */
    long last() {
        return lines.isEmpty()
                ? named() - 1
                : lines.get(lines.size() - 1).entry().sequence();
    }

    /** How many entries there may have been after the last sound one, at the very most. */
    long mostAtTheEnd() {
        long sound = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).to();
        return damage.stream()
                .filter(found -> found.from() >= sound)
                .mapToLong(Damage::most)
                .sum();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
