package org.understudy.newsroom.demo;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;
import org.understudy.newsroom.demo.load.Witness;
import org.understudy.newsroom.demo.play.Repertoire;
import org.understudy.swap.SwapEvent;
import org.understudy.swap.SwapListener;

/**
 * Writes down how long calls took around real swaps, for {@code bench judge}. A line stands for a tenth of a second and has
 * fields between {@code |}: first what the process did, then each part that is called all the time.
 *
 * <p>The process: the span in ms, the cores it used, the share of the span spent in collections, the KiB of heap after the
 * last collection, between {@code ;}. A part: {@code -} while its first version is not on stage; else {@code +N} where a
 * generation begins, its age in ms, and {@code =N} with the number of calls where not all were timed, and then one character
 * a call, {@code 128 + 6 * log2(ns / 64)} rounded, at most 254. The first line has the parts' names. The text is ISO-8859-1,
 * packed by gzip.
 */
final class Recorder implements Witness, SwapListener {
    private static final long SPAN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TIMED = 20;
    private static final double STEPS = 6;
    private static final double UNIT_NANOS = 64;
    private static final int LEAST_CODE = 128;
    private static final int MOST_CODE = 254;

    private final Path file;
    private final Repertoire repertoire;
    private final Map<Part, Track> tracks = new EnumMap<>(Part.class);
    private final ProcessGauge gauge = new ProcessGauge();
    private volatile boolean over;

    Recorder(Path file, Repertoire repertoire) {
        this.file = file;
        this.repertoire = repertoire;
        Part.SERVICES.forEach(part -> tracks.put(part, new Track(System.nanoTime())));
    }

    /**
     * Begins to write.
     *
     * @return what ends it
     */
    Runnable begin(BundleContext context) {
        ServiceRegistration<SwapListener> listening = context.registerService(SwapListener.class, this, null);
        Thread writing = Threads.daemon("demo-recorder", this::write);
        writing.start();
        return () -> {
            over = true;
            listening.unregister();
            try {
                writing.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void answered(Part part, String version, long askedNanos, long answeredNanos) {
        if (version.equals(repertoire.first(part))) {
            tracks.get(part).add(answeredNanos - askedNanos);
        }
    }

    @Override
    public void on(SwapEvent event) {
        if (event instanceof SwapEvent.Flipped flipped) {
            Part.named(flipped.resource()).filter(tracks::containsKey).ifPresent(part -> tracks.get(part)
                    .flip(flipped.to().equals(repertoire.first(part)), flipped.flippedNanos()));
        }
    }

    private void write() {
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.ISO_8859_1)) {
            out.write(
                    "process|" + tracks.keySet().stream().map(Part::resource).collect(Collectors.joining("|")) + "\n");
            while (!over) {
                long due = System.nanoTime() + SPAN_NANOS; // a stall makes one long span, not many short ones
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                StringBuilder line = new StringBuilder(gauge.read());
                long now = System.nanoTime();
                tracks.values().forEach(track -> track.write(line.append('|'), now));
                out.write(line.append('\n').toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** One part's calls since the last line. */
    private static final class Track {
        private final long[] latencies = new long[1 << 14];
        private int calls;
        private long flipped;
        private boolean onStage = true;
        private boolean begins = true;

        Track(long now) {
            flipped = now;
        }

        synchronized void add(long nanos) {
            if (onStage && calls < latencies.length) {
                latencies[calls++] = nanos;
            }
        }

        synchronized void flip(boolean comes, long nanos) {
            onStage = comes;
            calls = 0;
            begins = comes;
            flipped = nanos;
        }

        synchronized void write(StringBuilder line, long now) {
            if (!onStage) {
                line.append('-');
                return;
            }
            if (begins) {
                line.append('+').append((now - flipped) / 1_000_000);
            }
            int timed = Math.min(calls, TIMED);
            if (timed < calls) {
                line.append('=').append(calls);
            }
            for (int i = 0; i < timed; i++) {
                line.append(code(latencies[(int) ((long) i * calls / timed)]));
            }
            begins = false;
            calls = 0;
        }

        private static char code(long nanos) {
            double steps = STEPS * Math.log(Math.max(1, nanos) / UNIT_NANOS) / Math.log(2);
            return (char) Math.min(MOST_CODE, LEAST_CODE + Math.max(0, Math.round(steps)));
        }
    }
}
