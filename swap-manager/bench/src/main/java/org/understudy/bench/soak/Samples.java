package org.understudy.bench.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * All samples so far, in a file that several runs of the benchmark add to: one line each. A last line that is torn,
 * because a run was killed while it wrote it, is left out and overwritten.
 */
final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Sample> samples = new ArrayList<>();

    private Samples(Path file) {
        this.file = file;
    }

    static Samples in(Path folder) throws IOException {
        Samples samples = new Samples(folder.resolve("samples.jsonl"));
        if (Files.exists(samples.file)) {
            samples.load();
        }
        return samples;
    }

    private void load() throws IOException {
        String text = Files.readString(file);
        int whole = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, whole).lines().toList()) {
            try {
                samples.add(JSON.readValue(line, Sample.class));
            } catch (JsonProcessingException e) {
                throw new IOException(file + " has a line that is no sample: " + line, e);
            }
        }
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole));
        }
    }

    void add(Sample sample) throws IOException {
        samples.add(sample);
        Files.write(
                file,
                (JSON.writeValueAsString(sample) + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    List<Sample> all() {
        return List.copyOf(samples);
    }

    Sample last() {
        return samples.isEmpty() ? Sample.NONE : samples.get(samples.size() - 1);
    }
}
