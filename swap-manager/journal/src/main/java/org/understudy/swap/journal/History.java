package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        boolean newest = file.equals(snapshot.files().get(snapshot.files().size() - 1));
        return Reading.of(file, newest ? disk.read(file, Math.toIntExact(snapshot.length())) : disk.read(file));
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        Optional<Header.Seal> seal = Optional.empty();
        for (int i = snapshot.files().size() - 1; i >= 0; i--) {
            Path file = snapshot.files().get(i);
            try {
                Reading reading = read(file);
                segments.add(0, segment(reading, seal));
                seal = reading.header().flatMap(Header::before);
            } catch (IOException e) {
                String reason = file + " could not be read: " + JournalException.reason(e);
                segments.add(0, new Segment(file, 0, 0, 0, seal.isPresent(), List.of(reason)));
                seal = Optional.empty();
            }
        }
        return segments;
    }

    private static Segment segment(Reading reading, Optional<Header.Seal> found) {
        Optional<Header.Seal> seal =
                found.filter(of -> of.file().equals(reading.file().getFileName().toString()));
        List<String> damage = new ArrayList<>(Findings.of(reading));
        if (seal.isPresent() && !seal.get().sha256().equals(reading.sha256())) {
            damage.add(reading.file() + " is not as it was when the next file was begun: then it had "
                    + seal.get().bytes() + " bytes up to entry " + seal.get().last() + ", now it has "
                    + reading.length() + " up to entry " + reading.last());
        }
        return new Segment(
                reading.file(),
                reading.lines().isEmpty() ? 0 : reading.lines().get(0).entry().sequence(),
                reading.lines().isEmpty() ? 0 : reading.last(),
                reading.length(),
                seal.isPresent(),
                damage);
    }
}
