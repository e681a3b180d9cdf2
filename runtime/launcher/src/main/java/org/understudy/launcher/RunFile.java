package org.understudy.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code run.json} in the home says: that everything is active, in which process, and where. It is true as long as
 * that process holds the lock of the home.
 *
 * @param startedAt when everything was active
 */
record RunFile(long pid, String httpUrl, Instant startedAt) {

    /** The run of a home, if everything is active there; what a killed process has left behind does not count. */
    static Optional<RunFile> ofRunning(Home home) throws IOException {
        OptionalLong holder = HomeLock.holder(home);
        return holder.isEmpty() ? Optional.empty() : read(home.runFile()).filter(run -> run.pid == holder.getAsLong());
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
                    members.getOrDefault("http.url", ""),
                    Instant.parse(members.getOrDefault("startedAt", ""))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException(file + " is damaged: " + e.getMessage() + "; a start replaces it", e);
        }
    }

    /** Makes the file appear whole. */
    void write(Path file) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pid", pid);
        members.put("http.url", httpUrl);
        members.put("startedAt", startedAt);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, FlatJson.write(members) + "\n", StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
