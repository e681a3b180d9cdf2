package org.understudy.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code run.json} in the home says: that everything is active, in which process, and where.
 *
 * @param processStart when the process began: a process number alone may have been given to another since
 * @param startedAt when everything was active
 */
record RunFile(long pid, Instant processStart, String httpUrl, Instant startedAt) {
    /** The operating system tells the beginning of a process in its own ticks, from a boot time it may correct. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    static RunFile ofThisProcess(String httpUrl, Instant startedAt) {
        ProcessHandle process = ProcessHandle.current();
        return new RunFile(process.pid(), process.info().startInstant().orElse(startedAt), httpUrl, startedAt);
    }

    /** What the file says, whether or not it is still true; empty when there is none or it is unreadable as such. */
    static Optional<RunFile> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, String> members = FlatJson.read(Files.readString(file, StandardCharsets.UTF_8));
            return Optional.of(new RunFile(
                    Long.parseLong(members.getOrDefault("pid", "")),
                    Instant.parse(members.getOrDefault("processStart", "")),
                    members.getOrDefault("http.url", ""),
                    Instant.parse(members.getOrDefault("startedAt", ""))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException(file + " is damaged: " + e.getMessage() + "; a start replaces it", e);
        }
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> process.info()
                .startInstant()
                .map(start -> Duration.between(start, processStart).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true));
    }

    /** Makes the file appear whole. */
    void write(Path file) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pid", pid);
        members.put("http.url", httpUrl);
        members.put("startedAt", startedAt);
        members.put("processStart", processStart);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, FlatJson.write(members) + "\n", StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
