package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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

    /**
     * Bytes that are no sound line.
     *
     * @param from the first
     * @param to the one after the last
     * @param pieces how many lines that may have been
     */
    record Damage(long from, long to, int pieces) {}

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
                note(damage, from, to);
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

    private static void note(List<Damage> damage, long from, long to) {
        int last = damage.size() - 1;
        if (last >= 0 && damage.get(last).to() == from) {
            damage.set(
                    last,
                    new Damage(damage.get(last).from(), to, damage.get(last).pieces() + 1));
        } else {
            damage.add(new Damage(from, to, 1));
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

    /** Whether every byte of it is as it was written. */
    boolean whole() {
        return header.isPresent() && damage.isEmpty();
    }

    /** The number of its last entry, or of the last one before it where it has none. */
    long last() {
        return lines.isEmpty()
                ? named() - 1
                : lines.get(lines.size() - 1).entry().sequence();
    }

    /** How many lines there may have been after the last sound one. */
    int unreadableEnd() {
        long sound = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).to();
        return damage.stream()
                .filter(found -> found.from() >= sound)
                .mapToInt(Damage::pieces)
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
