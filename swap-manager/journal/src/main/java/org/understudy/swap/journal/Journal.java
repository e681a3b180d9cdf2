package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The append-only journal of a home. An entry is durable when {@link #append} returns, and not there when it throws.
 * Files are never changed but at their end, and never deleted: a checkpoint begins a new one, and what is before it is
 * history.
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

    private Path present;
    private long length;
    private long beginning;
    private int entries;
    private long next;
    private boolean owesCheckpoint;
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
    }

    /** Opens the journal in a folder with the usual limit. */
    public static Journal open(Disk disk, Path folder, Supplier<Instant> clock) throws JournalException {
        return open(disk, folder, clock, LIMIT);
    }

    /**
     * Opens the journal in a folder, or begins it there. What {@link #replay} then gives is durable, also where an
     * earlier process was killed before it had made it so. A file that is damaged is left as it is and followed by a
     * new one, which the caller begins with {@link #checkpoint} before anything else (see {@link #findings}).
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
            begin(Optional.empty());
            return;
        }
        Reading found = newest.get();
        present = found.file();
        forcePresent();
        disk.force(folder);
        length = found.length();
        entries = found.lines().size();
        beginning = found.beginsWithCheckpoint() ? found.lines().get(0).to() : 0;
        owesCheckpoint = !found.whole();
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
     * What was damaged, lost or strange at opening, a sentence each; empty when all was well. If there is any, begin
     * anew with a {@link #checkpoint}: it keeps what can be known, and the next opening has nothing to find.
     */
    public List<String> findings() {
        return findings;
    }

    /** Whether the present file has outgrown its limit, or was found damaged. */
    public synchronized boolean wantsCheckpoint() {
        return owesCheckpoint || length - beginning > limit;
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
        if (owesCheckpoint) {
            throw new JournalException(
                    present + " is damaged and is not written to any more: write a checkpoint first");
        }
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
        if (entries == 0 && !owesCheckpoint) {
            add(kind, body, true);
            beginning = length;
            return;
        }
        takeBack();
        Entry entry = new Entry(next, clock.get(), kind, body);
        begin(Optional.of(entry));
        next++;
        entries = 1;
        owesCheckpoint = false;
    }

    private long add(String kind, JsonNode body, boolean checkpoint) throws JournalException {
        takeBack();
        Entry entry = new Entry(next, clock.get(), kind, body);
        byte[] line = Line.text(entry, home, checkpoint);
        TakingBack back = () -> {};
        try {
            if (disk.size(present) != length) {
                throw new IOException("its length is " + disk.size(present) + " and should be " + length
                        + ": somebody else has changed it, start again");
            }
            back = this::cutBack;
            try (Disk.Writing file = disk.append(present)) {
                file.write(line, 0, line.length);
                file.force();
            }
        } catch (IOException e) {
            throw refused(present, "did not take the entry " + entry.sequence(), e, back);
        }
        length += line.length;
        next++;
        entries++;
        return entry.sequence();
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

    /** A force that failed may all the same have put the entry on disk, so that its removal is forced, too. */
    private void cutBack() throws IOException {
        disk.cut(present, length);
        forcePresent();
    }

    private void forcePresent() throws IOException {
        try (Disk.Writing file = disk.append(present)) {
            file.force();
        }
    }

    /** Begins a file: complete under another name first, so that what bears the name is whole. */
    private void begin(Optional<Entry> checkpoint) throws JournalException {
        Path file = Names.file(folder, next);
        TakingBack back = () -> {};
        try {
            Optional<Header.Seal> seal = present == null ? Optional.empty() : Optional.of(seal());
            byte[] header = new Header(
                            Header.FORMAT,
                            Product.version(),
                            home,
                            next,
                            clock.get().toString(),
                            seal)
                    .line();
            byte[] first = checkpoint.isPresent() ? Line.text(checkpoint.get(), home, true) : new byte[0];
            byte[] content = Arrays.copyOf(header, header.length + first.length);
            System.arraycopy(first, 0, content, header.length, first.length);
            write(Names.unfinished(file), content);
            back = present == null ? back : () -> remove(file); // of a journal that is not born nobody knows
            disk.rename(Names.unfinished(file), file);
            disk.force(folder);
            present = file;
            length = content.length;
            beginning = content.length;
            files.add(file);
        } catch (IOException e) {
            throw refused(file, "could not be begun", e, back);
        }
    }

    private Header.Seal seal() throws IOException {
        Reading reading = Reading.of(present, disk.read(present));
        return new Header.Seal(
                present.getFileName().toString(),
                reading.length(),
                reading.sha256(),
                reading.last(),
                reading.whole() && reading.length() == length);
    }

    private void write(Path file, byte[] content) throws IOException {
        try (Disk.Writing writing = disk.create(file)) {
            writing.write(content, 0, content.length);
            writing.force();
        }
    }

    private void remove(Path file) throws IOException {
        if (disk.isFile(file)) {
            disk.delete(file);
        }
        disk.force(folder);
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

    private synchronized History.Snapshot snapshot() {
        return new History.Snapshot(List.copyOf(files), length);
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
