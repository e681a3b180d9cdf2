package org.understudy.predictor.usage;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a recorded trace: UTF-8 lines {@code time TAB user TAB item} in the order of time, without a header, plain or
 * compressed with gzip (told by the content, not by the name). The time is a whole number: seconds, or a running
 * number. Reads as it goes, so a trace may be larger than memory. For one thread.
 */
public final class TraceReader implements UsageStream, Closeable {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path file;
    private final InputStream in;
    private byte[] line = new byte[256];
    private long number;
    private long latest;

    private TraceReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Opens a trace.
     *
     * @throws IOException if there is no such file, or it cannot be read
     */
    public static TraceReader open(Path file) throws IOException {
        Objects.requireNonNull(file, "file");
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            raw.mark(2);
            boolean gzip = (raw.read() << 8 | raw.read()) == GZIP_MAGIC;
            raw.reset();
            return new TraceReader(
                    file, gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw);
        } catch (IOException e) {
            raw.close();
            throw new IOException(file + " cannot be read as a trace: " + e.getMessage(), e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws MalformedTraceException at the first line that is no use; what came before it was good
     */
    @Override
    public Optional<UsageEvent> next() throws IOException {
        int length = readLine();
        if (length < 0) {
            return Optional.empty();
        }
        String[] columns = decode(length).split("\t", -1);
        if (columns.length != 3) {
            throw malformed("expected time, user and item, separated by tabs, but found " + columns.length
                    + (columns.length == 1 ? " column" : " columns"));
        }
        UsageEvent event = event(columns);
        if (event.time() < latest) {
            throw malformed("the time goes back from " + latest + " to " + event.time() + "; sort the trace by time");
        }
        latest = event.time();
        return Optional.of(event);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private UsageEvent event(String[] columns) throws MalformedTraceException {
        try {
            return new UsageEvent(Long.parseLong(columns[0]), columns[1], columns[2]);
        } catch (NumberFormatException e) {
            throw malformed("the time '" + columns[0] + "' is not a whole number", e);
        } catch (IllegalArgumentException e) {
            throw malformed(e.getMessage(), e);
        }
    }

    private int readLine() throws IOException {
        number++;
        int length = 0;
        try {
            int next = in.read();
            if (next < 0) {
                return -1;
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (length == LONGEST_LINE) {
                    throw malformed("the line is longer than " + LONGEST_LINE + " bytes");
                }
                if (length == line.length) {
                    line = Arrays.copyOf(line, length * 2);
                }
                line[length++] = (byte) next;
            }
        } catch (EOFException e) {
            throw malformed("the compressed file ends early; it may be truncated", e);
        } catch (ZipException e) {
            throw malformed("the compressed file is damaged: " + e.getMessage(), e);
        }
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    private String decode(int length) throws MalformedTraceException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the line is not UTF-8", e);
        }
    }

    private MalformedTraceException malformed(String reason) {
        return malformed(reason, null);
    }

    private MalformedTraceException malformed(String reason, Throwable cause) {
        return new MalformedTraceException(file, number, reason, cause);
    }
}
