package org.understudy.swap.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.understudy.resource.StateFormat;
import org.understudy.resource.StateTransfer;

/** What a version remembers: lines. Its knobs make it fail or hang in giving away and in taking over. */
final class FakeMemory implements StateTransfer {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    final List<StateFormat> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch released = new CountDownLatch(1);
    private final StateFormats formats;
    boolean exportFails;
    boolean importFails;
    boolean exportHangs;
    boolean importHangs;
    Runnable atExport = () -> {};

    private FakeMemory(StateFormats formats) {
        this.formats = formats;
    }

    /** One that writes and reads these, as in {@code lines/1}. */
    static FakeMemory of(List<String> writes, List<String> reads) {
        return new FakeMemory(new StateFormats(
                writes.stream().map(StateFormat::parse).toList(),
                reads.stream().map(StateFormat::parse).toList()));
    }

    static FakeMemory of(String... formats) {
        return of(List.of(formats), List.of(formats));
    }

    StateFormats formats() {
        return formats;
    }

    @Override
    public void exportTo(StateFormat format, OutputStream out) throws IOException {
        asked.add(format);
        atExport.run();
        for (String line : List.copyOf(lines)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (exportFails) {
            throw new IOException("the ink dried up");
        }
        hang(exportHangs);
    }

    @Override
    public void importFrom(StateFormat format, InputStream in) throws IOException {
        asked.add(format);
        hang(importHangs);
        if (importFails) {
            throw new IOException("not one word can be read");
        }
        List<String> read = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            read.add(line);
        }
        lines.clear();
        lines.addAll(read);
    }

    private void hang(boolean really) throws IOException {
        if (really) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
