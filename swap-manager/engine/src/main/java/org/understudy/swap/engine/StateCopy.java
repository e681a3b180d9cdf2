package org.understudy.swap.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.resource.StateFormat;

/**
 * The state of a version on its way into the next one: written by the one, then read by the other, through a file of the
 * home. So it need not fit in memory, and an import begins only with an export that is whole. Gone when closed.
 */
final class StateCopy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateCopy.class);

    private final Host host;
    private final StateFormat format;
    private final Path file;

    /**
     * Makes an empty copy.
     *
     * @param file where it lies; there already, and nobody else's
     */
    StateCopy(Host host, StateFormat format, Path file) {
        this.host = host;
        this.format = format;
        this.file = file;
    }

    /**
     * Has the version write its state.
     *
     * @throws HungException if it is still at it at the deadline; from then on its writing fails
     */
    void take(Artifact from, StateKeeper keeper, Duration longest) throws Refusal {
        String what = "the export of the state of " + from.label() + " as " + format;
        try (OutputStream out = new Cuttable(new BufferedOutputStream(Files.newOutputStream(file)))) {
            host.within(what, longest, "it goes on as it is", () -> {
                keeper.transfer().exportTo(format, out);
                out.flush();
                return null;
            });
        } catch (IOException e) {
            throw new Refusal(what + " could not be written to " + file + ": " + Reasons.of(e), e);
        }
    }

    /**
     * Has the version take the state over.
     *
     * @throws HungException if it is still at it at the deadline
     */
    void give(Artifact to, StateKeeper keeper, Duration longest) throws Refusal {
        String what = "the import of " + bytes() + " bytes of state as " + format + " into " + to.label();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            host.within(what, longest, "it does not come on stage", () -> {
                keeper.transfer().importFrom(format, in);
                return null;
            });
        } catch (IOException e) {
            throw new Refusal(what + ": " + file + " could not be read: " + Reasons.of(e), e);
        }
    }

    /** How many bytes it has. */
    long bytes() throws Refusal {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new Refusal(file + " could not be read: " + Reasons.of(e), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is of no use any more, but stays until the next start: {}", file, Reasons.of(e));
        }
    }

    /** Takes nothing any more once it is closed, so that an export that is left behind does not fill the disk. */
    private static final class Cuttable extends FilterOutputStream {
        private boolean closed;

        private Cuttable(OutputStream out) {
            super(out);
        }

        @Override
        public synchronized void write(int b) throws IOException {
            refuseIfClosed();
            out.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) throws IOException {
            refuseIfClosed();
            out.write(bytes, from, count);
        }

        private void refuseIfClosed() throws IOException {
            if (closed) {
                throw new IOException("the export was given up");
            }
        }

        @Override
        public synchronized void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
            }
        }
    }
}
