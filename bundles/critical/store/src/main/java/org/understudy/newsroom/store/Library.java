package org.understudy.newsroom.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.resource.StateFormat;

/**
 * The folder with the volumes of a guestbook, and which of them holds. It is the same for all versions: whichever of
 * them is started finds there what was acknowledged last.
 */
final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);
    private static final Pattern NAME = Pattern.compile("guestbook-(\\d{1,12})\\.log");
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final List<Script> scripts;
    private final Opening opening;

    /**
     * Opens the folder.
     *
     * @param scripts the formats that are known here, the best first
     * @param opening how its files are read
     */
    Library(Path folder, List<Script> scripts, Opening opening) {
        this.folder = folder;
        this.scripts = List.copyOf(scripts);
        this.opening = opening;
    }

    /** The script of a format, if it is known here. */
    Optional<Script> script(StateFormat format) {
        return scripts.stream().filter(script -> script.format().equals(format)).findFirst();
    }

    /** Whether a volume is in a format that is known here. */
    boolean knows(Volume volume) {
        return script(volume.title().format()).isPresent();
    }

    /** The best script that is known here. */
    Script best() {
        return scripts.get(0);
    }

    /** What is done with the volume that holds; empty where there is none yet. */
    @FunctionalInterface
    interface Use<T> {
        T of(Optional<Volume> volume) throws IOException;
    }

    /**
     * Uses the volume that holds. The version on stage deletes what its first entry replaces, whoever reads it: where
     * that was this one, the use begins again with the next. It ends, because it begins again only if the volumes are
     * others than before.
     *
     * @throws IOException if it is damaged, or went without another that took its place
     */
    <T> T holding(Use<T> use) throws IOException {
        Set<Long> listed = numbers();
        while (true) {
            try {
                return use.of(among(listed));
            } catch (IOException e) {
                Set<Long> now = numbers();
                if (!(e.getCause() instanceof NoSuchFileException) || now.isEmpty() || now.equals(listed)) {
                    throw e;
                }
                listed = now;
            }
        }
    }

    /**
     * The volume that holds: the one with the highest number in which somebody has written. One in which nobody has says
     * the same as the one before it, and is taken only where that cannot be read here.
     *
     * @return empty where there is none yet
     * @throws IOException if it is damaged
     */
    Optional<Volume> current() throws IOException {
        return holding(volume -> volume);
    }

    private Optional<Volume> among(Set<Long> numbers) throws IOException {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Volume volume = look(Collections.max(numbers));
        while (!volume.written() && Files.exists(file(volume.title().follows()))) {
            Volume before = look(volume.title().follows());
            boolean grown = before.end() > volume.title().length();
            if (script(before.title().format()).isEmpty() && !grown) {
                break;
            }
            volume = before;
        }
        return Optional.of(volume);
    }

    private Volume look(long number) throws IOException {
        Path file = file(number);
        try {
            return Volume.at(file, opening);
        } catch (IOException e) {
            throw new IOException(
                    file + " cannot be read: " + e.getMessage() + "; bring it back from a copy, or move it away", e);
        }
    }

    /** The pages of a volume. */
    Pages read(Volume volume) throws IOException {
        StateFormat format = volume.title().format();
        Script script = script(format)
                .orElseThrow(() -> new IOException(volume.file() + " is written as " + format
                        + ", which this version cannot read: bring a version on stage that can"));
        try {
            Volume.Content content = volume.read(script, opening);
            if (content.damaged() > 0) {
                LOG.error(
                        "{} lines of {} are not what was written, and left out; the file is kept",
                        content.damaged(),
                        keep(volume));
            }
            return content.pages();
        } catch (IOException e) {
            throw new IOException(
                    volume.file() + " cannot be read: " + e.getMessage()
                            + "; bring it back from a copy, or move it away",
                    e);
        }
    }

    private static Path keep(Volume volume) throws IOException {
        Path kept = volume.file().resolveSibling(volume.file().getFileName() + ".damaged");
        if (!Files.exists(kept)) {
            Files.copy(volume.file(), kept);
        }
        return kept;
    }

    /**
     * Begins a new volume, on disk as a whole when this returns.
     *
     * @param follows the one that holds now
     */
    Volume begin(Script script, Pages pages, Optional<Volume> follows) throws IOException {
        long number = numbers().stream().max(Long::compare).orElse(0L) + 1;
        Title title = new Title(
                script.format(),
                number,
                follows.map(volume -> volume.title().number()).orElse(0L),
                follows.map(Volume::end).orElse(0L));
        Path part = Files.createTempFile(folder, "guestbook", UNFINISHED);
        try {
            try (FileOutputStream file = new FileOutputStream(part.toFile());
                    OutputStream out = new BufferedOutputStream(file)) {
                out.write(Checksummed.bytes(title.line()));
                Snapshot.write(pages, script, out);
                out.flush();
                file.getChannel().force(true);
            }
            Files.move(part, file(number), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        force();
        return new Volume(file(number), title, false, Files.size(file(number)));
    }

    /** Deletes everything but this volume, in which has been written now. */
    void keepOnly(Volume volume) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean other = NAME.matcher(name).matches() && !file.equals(volume.file());
                if (other || name.endsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("volumes before {} are of no use any more, but stay: {}", volume.file(), e.toString());
        }
    }

    private Set<Long> numbers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> Long.parseLong(matcher.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private Path file(long number) {
        return folder.resolve("guestbook-" + number + ".log");
    }

    /** Makes a rename durable. */
    private void force() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
