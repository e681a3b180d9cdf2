package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that lies in a journal's folder, read from the beginning. */
final class History {
    private final Disk disk;
    private final Snapshot snapshot;

    /**
     * How far the journal had come.
     *
     * @param files its files, oldest first
     * @param length how much of the last one is valid
     */
    record Snapshot(List<Path> files, long length) {}

    History(Disk disk, Snapshot snapshot) {
        this.disk = disk;
        this.snapshot = snapshot;
    }

    Stream<Entry> entries() {
        long[] last = {0};
        return snapshot.files().stream()
                .sequential()
                .flatMap(file -> entries(file).stream())
                .filter(entry -> {
                    boolean follows = entry.sequence() > last[0];
                    last[0] = Math.max(last[0], entry.sequence());
                    return follows;
                });
    }

    private List<Entry> entries(Path file) {
        try {
            return read(file).lines().stream().map(Line::entry).toList();
        } catch (IOException e) {
            return List.of(); // what cannot be read is named by segments()
        }
    }

    /** Of the last file only what was valid: behind that somebody may be writing. */
    private Reading read(Path file) throws IOException {
        return Reading.of(file, isNewest(file) ? disk.read(file, Math.toIntExact(snapshot.length())) : disk.read(file));
    }

    /** What a file says of itself, and of the one before it. */
    private record Testimony(Segment segment, Optional<Header.Seal> before) {}

    List<Segment> segments() {
        Map<Path, Testimony> testimonies = new TreeMap<>();
        Map<Path, Header.Seal> seals = new TreeMap<>();
        for (Path file : snapshot.files()) {
            Testimony testimony = testimony(file);
            testimonies.put(file, testimony);
            testimony.before().ifPresent(seal -> seals.put(file.resolveSibling(seal.file()), seal));
        }
        Set<Path> all = new TreeSet<>(testimonies.keySet());
        all.addAll(seals.keySet());
        return all.stream()
                .map(file -> compared(file, Optional.ofNullable(testimonies.get(file)), seals.get(file)))
                .toList();
    }

    private Testimony testimony(Path file) {
        try {
            Reading reading = read(file);
            Segment segment = new Segment(
                    file,
                    reading.lines().isEmpty()
                            ? 0
                            : reading.lines().get(0).entry().sequence(),
                    reading.lines().isEmpty() ? 0 : reading.last(),
                    reading.length(),
                    false,
                    reading.sha256(),
                    damage(file, reading));
            return new Testimony(segment, reading.header().flatMap(Header::before));
        } catch (IOException e) {
            String reason = file + " could not be read: " + JournalException.reason(e);
            return new Testimony(new Segment(file, 0, 0, 0, false, "", List.of(reason)), Optional.empty());
        }
    }

    private List<String> damage(Path file, Reading reading) {
        List<String> damage = new ArrayList<>(Findings.of(reading));
        if (isNewest(file) && reading.length() < snapshot.length()) {
            damage.add(file + " has " + reading.length() + " bytes and should have " + snapshot.length()
                    + ": its end is missing, from behind entry " + reading.last() + " on");
        }
        return damage;
    }

    private boolean isNewest(Path file) {
        return file.equals(snapshot.files().get(snapshot.files().size() - 1));
    }

    private static Segment compared(Path file, Optional<Testimony> found, Header.Seal seal) {
        if (found.isEmpty()) {
            return new Segment(file, 0, 0, 0, true, "", List.of(file + " is missing: it" + was(seal)));
        }
        Segment segment = found.get().segment();
        if (seal == null) {
            return segment;
        }
        List<String> damage = new ArrayList<>(segment.damage());
        if (!seal.sha256().equals(segment.sha256())) {
            damage.add(file + " is not as it was when the next file was begun: then it" + was(seal) + ", now it has "
                    + segment.bytes() + " up to entry " + segment.last());
        }
        return new Segment(file, segment.first(), segment.last(), segment.bytes(), true, segment.sha256(), damage);
    }

    private static String was(Header.Seal seal) {
        return " had " + seal.bytes() + " bytes up to entry " + seal.last();
    }
}
