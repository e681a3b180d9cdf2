package org.understudy.bench.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process with a {@link Stage} on a home, read line by line. What it logs goes to a file in the home. */
public final class StageProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private StageProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts one.
     *
     * @param distribution what is shipped
     * @param home its home; made if it is not there
     * @param actor what plays in it, if anything does: the jar of a bundle
     * @param options of the virtual machine, the properties for the framework among them
     */
    public static StageProcess start(Path distribution, Path home, Optional<byte[]> actor, List<String> options)
            throws IOException {
        Files.createDirectories(home);
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-XX:+UseSerialGC"); // as it is shipped
        line.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        line.addAll(options);
        if (actor.isPresent()) {
            Path jar = home.resolve("actor.jar");
            Files.write(jar, actor.get());
            line.add("-D" + Stage.ACTOR + "=" + jar);
        }
        line.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Stage.class.getName(),
                distribution.toString(),
                home.toString()));
        return new StageProcess(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log(home).toFile()))
                .start());
    }

    /** What the processes on a home have logged. */
    public static Path log(Path home) {
        return home.resolve("log.txt");
    }

    /** What it says next; null once it has ended. */
    public String nextLine() throws IOException {
        return lines.readLine();
    }

    /** Ends it at once. By its handle: {@link Process#destroyForcibly} closes the stream, and what was said last is lost. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** What it ended with; waits for that. */
    public int status() throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException("interrupted while a process was watched", e);
        }
    }

    /** Ends it at once if it has not ended yet. */
    @Override
    public void close() throws IOException {
        kill();
        lines.close();
    }
}
