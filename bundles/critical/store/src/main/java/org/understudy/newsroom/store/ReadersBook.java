package org.understudy.newsroom.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.newsroom.Answer;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.CommentRefusedException;
import org.understudy.newsroom.Guestbook;
import org.understudy.resource.StateFormat;
import org.understudy.resource.StateTransfer;

/**
 * A guestbook on disk, as one version of the store keeps it. Only the version on stage is asked to write, and only then
 * it writes: it may be open in two versions at a time. {@link Library} says which file holds, whoever wrote it.
 *
 * <p>What was taken over from another version is written on in the format in which it came: so the version before can
 * read it too, if the process is killed before the swap is confirmed.
 */
public class ReadersBook implements Guestbook, StateTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(ReadersBook.class);
    private static final String ANONYMOUS = "A reader";

    private final String version;
    private final Library library;
    private final Clock clock;
    private final Object writing = new Object();
    private volatile Pages pages;
    private Optional<Volume> imported = Optional.empty();
    private Optional<Pen> pen = Optional.empty();
    private boolean counting = true;

    /**
     * Reads what is on disk, without changing it. What is in a format that this version does not know is left alone:
     * until something is taken over from a version that does, every call says so.
     *
     * @param version who answers
     * @param folder where it is kept
     * @param scripts the formats that this version knows, the best first
     * @throws UncheckedIOException if it is damaged; names the file and the way out
     */
    public ReadersBook(String version, Path folder, List<Script> scripts, Clock clock) {
        this(version, new Library(folder, scripts, Files::newInputStream), clock);
    }

    ReadersBook(String version, Library library, Clock clock) {
        this.version = version;
        this.library = library;
        this.clock = clock;
        try {
            this.pages = library.holding(last -> last.stream().allMatch(library::knows) ? onDisk(last) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** What there is; looked for once more where it was in a format that is not known here. */
    private Pages pages() {
        Pages present = pages;
        if (present != null) {
            return present;
        }
        try {
            return library.holding(this::onDisk);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Pages onDisk(Optional<Volume> volume) throws IOException {
        return volume.isPresent() ? library.read(volume.get()) : new Pages();
    }

    @Override
    public Answer<Comment> write(String slug, String author, String text) {
        String name = author.isBlank() ? ANONYMOUS : author.strip().replaceAll("\\s+", " ");
        String said = text.strip().replace("\r\n", "\n").replace('\r', '\n');
        synchronized (writing) {
            try {
                Pen ready = pen();
                refuse(slug, name, said);
                Comment comment = new Comment(pages.next(), name, said, Optional.of(clock.instant()));
                write(ready, new Entry.Written(slug, comment), true);
                return new Answer<>(comment, version);
            } catch (IOException e) {
                throw new UncheckedIOException("the comment could not be written to disk: " + e.getMessage(), e);
            }
        }
    }

    private void refuse(String slug, String author, String text) {
        if (text.isEmpty()) {
            throw new CommentRefusedException("There is nothing in the comment: write something");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new CommentRefusedException("The comment has " + text.length() + " characters, and " + LONGEST_TEXT
                    + " are the most: make it shorter");
        }
        if (author.length() > LONGEST_AUTHOR) {
            throw new CommentRefusedException("The name has " + author.length() + " characters, and " + LONGEST_AUTHOR
                    + " are the most: take a shorter one");
        }
        if (slug.length() > LONGEST_SLUG) {
            throw new CommentRefusedException("There is no article of so long a name");
        }
        if (pages.count(slug) >= MOST_COMMENTS) {
            throw new CommentRefusedException("This article has " + MOST_COMMENTS + " comments and takes no more");
        }
    }

    @Override
    public Answer<List<Comment>> comments(String slug, int most) {
        return new Answer<>(pages().comments(slug, most), version);
    }

    @Override
    public Answer<Long> read(String slug) {
        if (slug.length() > LONGEST_SLUG) {
            return readings(slug);
        }
        synchronized (writing) {
            try {
                Pen ready = pen();
                write(ready, new Entry.Read(slug, pages.readings(slug) + 1), false);
                counting = true;
            } catch (IOException e) {
                if (counting) {
                    LOG.error("readings are not counted any more until the disk takes them: {}", e.toString());
                }
                counting = false;
            }
            return readings(slug);
        }
    }

    @Override
    public Answer<Long> readings(String slug) {
        return new Answer<>(pages().readings(slug), version);
    }

    private void write(Pen ready, Entry entry, boolean force) throws IOException {
        boolean first = ready.fresh();
        ready.write(entry, force);
        pages.add(entry);
        if (first) {
            library.keepOnly(ready.volume());
        }
    }

    /**
     * Where to write, once this version is asked to: in a volume of its own, because what holds now may still be open
     * in another version, or have been torn when the process ended.
     */
    private Pen pen() throws IOException {
        if (pen.isPresent() && pen.get().isLong()) {
            copy(pen.get());
        }
        if (pen.isEmpty()) {
            Volume own = imported.isPresent() ? imported.get() : continued();
            pen = Optional.of(new Pen(own, script(own.title().format())));
            imported = Optional.empty();
        }
        return pen.get();
    }

    private Volume continued() throws IOException {
        Optional<Volume> last = library.holding(volume -> {
            pages = onDisk(volume); // another version may have written since this one was started
            return volume;
        });
        Script script = last.isPresent() ? script(last.get().title().format()) : library.best();
        return library.begin(script, pages, last);
    }

    /** Most lines of a long volume only say how often an article was read by then: they are left out of the next one. */
    private void copy(Pen full) throws IOException {
        Volume next = library.begin(full.script(), pages, Optional.of(full.volume()));
        full.close();
        pen = Optional.of(new Pen(next, full.script()));
    }

    private Script script(StateFormat format) throws IOException {
        return library.script(format)
                .orElseThrow(() -> new IOException(format + " is not known to the store " + version));
    }

    @Override
    public void exportTo(StateFormat format, OutputStream out) throws IOException {
        Snapshot.write(pages(), script(format), out);
    }

    @Override
    public void importFrom(StateFormat format, InputStream in) throws IOException {
        synchronized (writing) {
            Optional<Volume> before = library.current();
            Script script = script(format);
            Pages read = Snapshot.read(script, in);
            imported = Optional.of(library.begin(script, read, before));
            pages = read;
            closePen();
        }
    }

    private void closePen() throws IOException {
        if (pen.isPresent()) {
            pen.get().close();
            pen = Optional.empty();
        }
    }

    /** Lets go of the file. What was written is there. */
    public void close() {
        synchronized (writing) {
            try {
                closePen();
            } catch (IOException e) {
                LOG.warn("the guestbook of the store {} was not closed: {}", version, e.toString());
            }
        }
    }
}
