package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an opened journal starts from: the files that lie in its folder, and what the last checkpoint and all that
 * followed say. Nothing is changed by looking.
 *
 * @param files all files of the journal, oldest first
 * @param home whose they are; empty where there is none, or nothing in them can be read
 * @param since the readings of the file with the last sound checkpoint and of all after it; of all files, if there is
 *     none
 * @param strangers what else lies in the folder
 */
record Recovery(List<Path> files, Optional<String> home, List<Reading> since, List<Path> strangers) {
    /** No first line is longer. */
    private static final int HEADER_BYTES = 4096;

    static Recovery of(Disk disk, Path folder) throws JournalException {
        try {
            List<Path> files = new ArrayList<>();
            List<Path> strangers = new ArrayList<>();
            for (Path path : disk.list(folder)) {
                if (Names.isFile(path) && disk.isFile(path)) {
                    files.add(path);
                } else if (!Names.isUnfinished(path)) {
                    strangers.add(path);
                }
            }
            List<Reading> since = new ArrayList<>();
            for (int i = files.size() - 1;
                    i >= 0 && (since.isEmpty() || !since.get(0).beginsWithCheckpoint());
                    i--) {
                since.add(0, read(disk, files.get(i)));
            }
            return new Recovery(files, home(disk, files, since), since, strangers);
        } catch (IOException e) {
            throw JournalException.of(folder, "could not be read", e, "give access to it and start again");
        }
    }

    private static Reading read(Disk disk, Path file) throws JournalException {
        try {
            return Reading.of(file, disk.read(file));
        } catch (IOException e) {
            throw JournalException.of(file, "could not be read", e, "give access to it and start again");
        }
    }

    /** Looks at the first line of every file, and where that is damaged and the file was read, at its entries. */
    private static Optional<String> home(Disk disk, List<Path> files, List<Reading> since)
            throws JournalException, IOException {
        Path witness = null;
        String home = null;
        for (Path file : files) {
            Optional<Header> header =
                    Reading.of(file, disk.read(file, HEADER_BYTES)).header();
            if (header.isPresent()) {
                check(file, header.get());
            }
            Optional<String> found = header.map(Header::home).or(() -> since.stream()
                    .filter(reading -> reading.file().equals(file))
                    .findFirst()
                    .flatMap(Reading::home));
            if (found.isPresent() && home != null && !found.get().equals(home)) {
                throw new JournalException(file + " belongs to the home " + found.get() + ", but " + witness
                        + " to the home " + home + ": move away what does not belong here, and start again");
            }
            if (found.isPresent()) {
                witness = file;
                home = found.get();
            }
        }
        return Optional.ofNullable(home);
    }

    private static void check(Path file, Header header) throws JournalException {
        if (header.format() > Header.FORMAT) {
            throw new JournalException(file + " has format " + header.format() + ", written by Understudy "
                    + header.product() + "; this version reads up to " + Header.FORMAT
                    + ": start it with that version or a later one");
        }
        if (header.first() != Names.first(file)) {
            throw new JournalException(file + " is misnamed: it begins with entry " + header.first()
                    + "; give it back the name "
                    + Names.file(file.getParent(), header.first()).getFileName() + ", or move it away");
        }
    }

    /** The file that was written last, whatever state it is in. */
    Optional<Reading> newest() {
        return since.isEmpty() ? Optional.empty() : Optional.of(since.get(since.size() - 1));
    }

    /** Whether nothing is damaged in what is replayed. */
    boolean sound() {
        return since.stream().allMatch(Reading::whole);
    }

    /** The last checkpoint, if there is one, and what followed, in order. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        long last = 0;
        for (Reading reading : since) {
            for (Line line : reading.lines()) {
                if (line.entry().sequence() > last) {
                    entries.add(line.entry());
                    last = line.entry().sequence();
                }
            }
        }
        return entries;
    }

    /** The number that the next entry gets: one that no entry can have had, not even one that is lost. */
    long next() {
        long next = 1;
        for (Reading reading : since) {
            next = Math.max(next, reading.last() + 1 + reading.mostAtTheEnd());
            next = Math.max(next, reading.whole() ? reading.named() : reading.named() + 1);
        }
        return next;
    }
}
