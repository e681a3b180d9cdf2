package org.understudy.swap.journal;

import java.io.IOException;
import java.nio.file.Path;

/** The file of the journal that is written to. Used under the journal's lock. */
final class Present {
    private final Disk disk;
    private final Path file;
    private long beginning;
    private long length;
    private int entries;
    private boolean inDoubt;

    private Present(Disk disk, Path file, long beginning, long length, int entries) {
        this.disk = disk;
        this.file = file;
        this.beginning = beginning;
        this.length = length;
        this.entries = entries;
    }

    /** A file that was found; what it holds is durable from now on, whoever wrote it. */
    static Present found(Disk disk, Reading reading) throws IOException {
        long beginning = reading.beginsWithCheckpoint() ? reading.lines().get(0).to() : 0;
        Present present = new Present(
                disk,
                reading.file(),
                beginning,
                reading.length(),
                reading.lines().size());
        present.force();
        disk.force(reading.file().getParent());
        return present;
    }

    /** A new file. It is written under another name first, so that what bears the name is whole. */
    static Present begun(Disk disk, Path file, byte[] header, byte[] first) throws IOException {
        Path unfinished = Names.unfinished(file);
        try (Disk.Writing writing = disk.create(unfinished)) {
            writing.write(header, 0, header.length);
            writing.write(first, 0, first.length);
            writing.force();
        }
        disk.rename(unfinished, file);
        disk.force(file.getParent());
        long length = header.length + first.length;
        return new Present(disk, file, length, length, first.length == 0 ? 0 : 1);
    }

    /** Takes away a new file whose beginning failed, at whatever step. */
    static void remove(Disk disk, Path file) throws IOException {
        if (disk.isFile(file)) {
            disk.delete(file);
        }
        disk.force(file.getParent());
    }

    Path file() {
        return file;
    }

    long length() {
        return length;
    }

    boolean hasEntries() {
        return entries > 0;
    }

    /** Counts from here on how much it has grown. */
    void beginsHere() {
        beginning = length;
    }

    /** How much it has grown since its beginning. */
    long grown() {
        return length - beginning;
    }

    /** Adds a line, durably. After a failure the line has to be {@link #cutBack}. */
    void append(byte[] line) throws IOException {
        if (disk.size(file) != length) {
            throw new IOException("its length is " + disk.size(file) + " and should be " + length
                    + ": somebody else has changed it, start again");
        }
        inDoubt = true;
        try (Disk.Writing writing = disk.append(file)) {
            writing.write(line, 0, line.length);
            writing.force();
        }
        inDoubt = false;
        length += line.length;
        entries++;
    }

    /** Takes away what was added in vain. A force that failed may have put it on disk, so its end is forced, too. */
    void cutBack() throws IOException {
        if (inDoubt) {
            disk.cut(file, length);
            force();
            inDoubt = false;
        }
    }

    private void force() throws IOException {
        try (Disk.Writing writing = disk.append(file)) {
            writing.force();
        }
    }

    /** What the next file will vouch for. */
    Header.Seal seal() throws IOException {
        Reading reading = Reading.of(file, disk.read(file));
        return new Header.Seal(
                file.getFileName().toString(),
                reading.length(),
                reading.sha256(),
                reading.last(),
                reading.whole() && reading.length() == length);
    }
}
