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
 * Writes down how long calls took around real swaps, for {@code bench judge}: each tenth of a second one line for each
 * part whose first version is on stage, with the age and number of the generation and the process's state.
 *
 * <p>A line has, between semicolons: the part; the number of the generation, from 0, which was warm at the start; its age
 * in ms at the end of the line's span; the span in ms; calls; cores the process used; share of the span spent in
 * collections; KiB of heap after the last collection; and the latencies of the calls, at most 32 of them evenly chosen,
 * each as {@code round(20 * log2(ns))}.
 */
final class Recorder implements Witness, SwapListener {
    private static final long SPAN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TIMED = 32;
    private static final double STEPS = 20;

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
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII)) {
            for (long due = System.nanoTime(); !over; due += SPAN_NANOS) {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                String process = gauge.line();
                long now = System.nanoTime();
                for (Map.Entry<Part, Track> entry : tracks.entrySet()) {
                    String line = entry.getValue().line(now, process);
                    if (!line.isEmpty()) {
                        out.write(entry.getKey().resource() + ";" + line + "\n");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** One part's calls since the last line. */
    private static final class Track {
        private final long[] latencies = new long[1 << 14];
        private int calls;
        private int generation;
        private long flipped;
        private long since;
        private boolean onStage = true;

        Track(long now) {
            flipped = now;
            since = now;
        }

        synchronized void add(long nanos) {
            if (onStage && calls < latencies.length) {
                latencies[calls++] = nanos;
            }
        }

        synchronized void flip(boolean comes, long nanos) {
            onStage = comes;
            calls = 0;
            if (comes) {
                generation++;
                flipped = nanos;
                since = nanos;
            }
        }

        synchronized String line(long now, String process) {
            if (!onStage) {
                return "";
            }
            StringBuilder line = new StringBuilder();
            line.append(generation)
                    .append(';')
                    .append((now - flipped) / 1_000_000)
                    .append(';');
            line.append((now - since) / 1_000_000)
                    .append(';')
                    .append(calls)
                    .append(';')
                    .append(process);
            int timed = Math.min(calls, TIMED);
            for (int i = 0; i < timed; i++) {
                long nanos = latencies[(int) ((long) i * calls / timed)];
                line.append(i == 0 ? ';' : ' ').append(Math.round(STEPS * Math.log(nanos) / Math.log(2)));
            }
            calls = 0;
            since = now;
            return line.toString();
        }
    }
}
