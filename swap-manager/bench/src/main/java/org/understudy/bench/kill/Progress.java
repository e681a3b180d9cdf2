package org.understudy.bench.kill;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** All kills so far, in a file that several runs of the benchmark add to: one line each. */
final class Progress {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** At this step a scene was over. */
    private static final String OVER = "over";

    private final Path file;
    private final List<Killed> kills = new ArrayList<>();

    private Progress(Path file) {
        this.file = file;
    }

    static Progress in(Path folder) throws IOException {
        Progress progress = new Progress(folder.resolve("kills.jsonl"));
        if (Files.exists(progress.file)) {
            for (String line : Files.readAllLines(progress.file)) {
                progress.kills.add(JSON.readValue(line, Killed.class));
            }
        }
        return progress;
    }

    void add(Killed kill) throws IOException {
        kills.add(kill);
        Files.write(
                file,
                (JSON.writeValueAsString(kill) + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Every step of a scene has had its kill. */
    void over(String scene, long steps) throws IOException {
        add(new Killed(scene, steps, 0, OVER, true, -1, -1, List.of()));
    }

    boolean isOver(String scene) {
        return kills.stream()
                .anyMatch(kill -> kill.where().equals(scene) && kill.underWay().equals(OVER));
    }

    /** The last step of a scene that has had its kill; 0 for none. */
    long lastStep(String scene) {
        return of(scene).stream().mapToLong(Killed::step).max().orElse(0);
    }

    List<Killed> of(String where) {
        return all().stream().filter(kill -> kill.where().equals(where)).toList();
    }

    List<Killed> all() {
        return kills.stream().filter(kill -> !kill.underWay().equals(OVER)).toList();
    }
}
