package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The append-only journal of a home. An entry is durable when {@link #append} returns, and not there when it throws.
 * Files are never changed but at their end, and never deleted: a checkpoint begins a new one, and what is before it is
 * history. What is found damaged is followed by a new file and not touched again.
 *
 * <p>Safe for use by many threads. There must be one journal a folder at a time; the home's lock sees to that.
 */
public final class Journal implements Closeable {
    /** After how many bytes beyond its beginning a file should be followed by the next, unless told otherwise. */
    public static final long LIMIT = 256 * 1024;

    private final Disk disk;
    private final Path folder;
    private final Supplier<Instant> clock;
    private final long limit;
    private final String home;
    private final List<Entry> replay;
    private final List<String> findings;
    private final List<Path> files;

    private Present present;
    private long next;
    private boolean spoiled;
    private boolean wantsCheckpoint;
    private boolean closed;
    private TakingBack owed = () -> {};

    /** What has to be done before anything else, because something went wrong half-way. */
    private interface TakingBack {
        void run() throws IOException;
    }

    private Journal(Disk disk, Path folder, Supplier<Instant> clock, long limit, Recovery found) {
        this.disk = disk;
        this.folder = folder;
        this.clock = clock;
        this.limit = limit;
        this.home = found.home().orElseGet(Journal::random);
        this.replay = List.copyOf(found.entries());
        this.findings = Findings.of(found);
        this.files = new ArrayList<>(found.files());
        this.next = found.next();
        this.wantsCheckpoint = !found.sound();
    }

    /** Opens the journal in a folder with the usual limit. */
    public static Journal open(Disk disk, Path folder, Supplier<Instant> clock) throws JournalException {
        return open(disk, folder, clock, LIMIT);
    }

    /**
     * Opens the journal in a folder, or begins it there. What {@link #replay} then gives is durable, also where an
     * earlier process was killed before it had made it so. A file that is damaged is left as it is and followed by a
     * new one.
     *
     * @param limit after how many bytes a checkpoint is wanted
     * @throws JournalException if the folder cannot be read or written to, holds files of several homes, or was
     *     written by a newer version
     */
    public static Journal open(Disk disk, Path folder, Supplier<Instant> clock, long limit) throws JournalException {
        if (disk.isFile(folder)) {
            throw new JournalException(folder + " is a file and should be the folder of the journal: move it away");
        }
        try {
            disk.prepareFolder(folder);
            Recovery found = Recovery.of(disk, folder);
            Journal journal = new Journal(disk, folder, clock, limit, found);
            journal.settle(found.newest());
            return journal;
        } catch (IOException e) {
            throw JournalException.of(
                    folder, "cannot be used as the journal", e, "make room or give access there, then start again");
        }
    }

    /** Makes durable what was found, clears away what was not finished, and begins the first file. */
    private void settle(Optional<Reading> newest) throws IOException, JournalException {
        for (Path path : disk.list(folder)) {
            if (Names.isUnfinished(path)) {
                disk.delete(path);
            }
        }
        if (newest.isEmpty()) {
            begin(new byte[0]);
        } else {
            present = Present.found(disk, newest.get());
            spoiled = !newest.get().whole();
        }
    }

    /** The random number, in hexadecimal, that the journal was born with and that every line of it bears. */
    public String homeId() {
        return home;
    }

    /** The last checkpoint and all that followed, in order, as found at opening. */
    public List<Entry> replay() {
        return replay;
    }

    /**
     * What was damaged, lost or strange at opening, a sentence each; empty when all was well. What was damaged is found
     * again at each opening until a {@link #checkpoint} has been written.
     */
    public List<String> findings() {
        return findings;
    }

    /** Whether the present file has outgrown its limit, or what was found at opening is damaged. */
    public synchronized boolean wantsCheckpoint() {
        return wantsCheckpoint || present.grown() > limit;
    }

    /**
     * Adds an entry.
     *
     * @return its number; the entry is on disk
     * @throws JournalException if it could not be written. Then it is not in the journal, and will not be after a
     *     restart, unless the exception is {@link JournalException#undecided}: then even taking it back has failed, and
     *     no entry is accepted until that has been made up for
     * @throws IllegalArgumentException if the body cannot be written as JSON
     */
    public synchronized long append(String kind, JsonNode body) throws JournalException {
        return add(kind, body, false);
    }

    /**
     * Begins a new file with an entry that stands for everything before it. The file before is sealed by that: the new
     * one says what it held. Whenever the power fails, either the old file is still the last one, or the new one is
     * there with its first entry.
     *
     * @throws JournalException if that could not be done; the journal then goes on in the present file
     */
    public synchronized void checkpoint(String kind, JsonNode body) throws JournalException {
        add(kind, body, true);
        present.beginsHere();
        wantsCheckpoint = false;
    }

    private long add(String kind, JsonNode body, boolean checkpoint) throws JournalException {
        takeBack();
        long number = next;
        byte[] line = Line.text(new Entry(number, clock.get(), kind, body), home, checkpoint);
        if (spoiled || checkpoint && present.hasEntries()) {
            begin(line);
            spoiled = false;
        } else {
            extend(line);
        }
        next++;
        return number;
    }

    private void extend(byte[] line) throws JournalException {
        try {
            present.append(line);
        } catch (IOException e) {
            throw refused(present.file(), "did not take the entry " + next, e, present::cutBack);
        }
    }

    /** Begins the next file, with a first entry or, at the journal's birth, none. */
    private void begin(byte[] first) throws JournalException {
        Path file = Names.file(folder, next);
        try {
            Optional<Header.Seal> seal = present == null ? Optional.empty() : Optional.of(present.seal());
            Header header = new Header(
                    Header.FORMAT, Product.version(), home, next, clock.get().toString(), seal);
            present = Present.begun(disk, file, header.line(), first);
            files.add(file);
        } catch (IOException e) {
            // a journal that is not born was shown to nobody
            TakingBack back = present == null ? () -> {} : () -> Present.remove(disk, file);
            throw refused(file, "could not be begun", e, back);
        }
    }

    private JournalException refused(Path file, String what, IOException failure, TakingBack back) {
        owed = back;
        try {
            takeBack();
            return JournalException.of(file, what, failure, "make room or give access there, then try again");
        } catch (JournalException e) {
            return JournalException.undecided(file, what, failure, e);
        }
    }

    private void takeBack() throws JournalException {
        if (closed) {
            throw new IllegalStateException("the journal in " + folder + " is closed");
        }
        try {
            owed.run();
            owed = () -> {};
        } catch (IOException e) {
            throw JournalException.of(
                    folder,
                    "may hold what was refused, and that could not be taken back",
                    e,
                    "make room or give access there; until then nothing is accepted");
        }
    }

    /**
     * All entries that can be read, of all files, oldest first, as of now. Files are read as the stream comes to them;
     * what cannot be read is left out, and {@link #segments} says so.
     */
    public Stream<Entry> history() {
        return new History(disk, snapshot()).entries();
    }

    /** All files, oldest first. Each is read through and compared with what the next one says of it. */
    public List<Segment> segments() {
        return new History(disk, snapshot()).segments();
    }

    /**
     * What lies in the folder and is not the journal's, as of now.
     *
     * @param unfinished files that were begun under another name and never got theirs: what is under way is none
     * @param strangers what others have put there
     */
    public record Strays(List<Path> unfinished, List<Path> strangers) {
        /** Copies the lists. */
        public Strays {
            unfinished = List.copyOf(unfinished);
            strangers = List.copyOf(strangers);
        }
    }

    /** What lies in the folder and is not the journal's. */
    public synchronized Strays strays() throws IOException {
        List<Path> others =
                disk.list(folder).stream().filter(path -> !files.contains(path)).toList();
        return new Strays(
                others.stream().filter(Names::isUnfinished).toList(),
                others.stream().filter(path -> !Names.isUnfinished(path)).toList());
    }

    /** Deletes what was never finished, as the next opening would. */
    public synchronized void clearAway() throws IOException {
        for (Path path : strays().unfinished()) {
            disk.delete(path);
        }
    }

    private synchronized History.Snapshot snapshot() {
        return new History.Snapshot(List.copyOf(files), present.length());
    }

    /** Ends the use of the journal; all that was accepted is on disk already. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private static String random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
