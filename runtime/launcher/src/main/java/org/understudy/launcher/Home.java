package org.understudy.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one installation: what is where. */
record Home(Path folder) {
    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    Path conf() {
        return folder.resolve("conf");
    }

    Path properties() {
        return conf().resolve("understudy.properties");
    }

    Path log() {
        return folder.resolve("log/understudy.log");
    }

    Path versions() {
        return folder.resolve("versions");
    }

    Path state() {
        return folder.resolve("state");
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path runFile() {
        return folder.resolve("run.json");
    }

    /** Makes the folder itself, so that it can be locked. A new one is its owner's alone. */
    void create() throws LaunchException {
        try {
            if (!Files.isDirectory(folder)) {
                Path parent = folder.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw LaunchException.failed(
                    "the home " + folder + " cannot be made: " + Reason.of(e) + "; choose another with --home", e);
        }
    }

    /** Makes the folders inside, and fills {@code conf} where it does not exist yet. */
    void populate(Path defaults) throws LaunchException {
        try {
            boolean fresh = !Files.exists(conf());
            for (Path each : List.of(conf(), log().getParent(), versions(), folder.resolve("store"), state())) {
                Files.createDirectories(each);
            }
            if (fresh) {
                copyAll(defaults, conf());
            }
        } catch (IOException e) {
            throw LaunchException.failed(
                    "the home " + folder + " cannot be filled: " + Reason.of(e)
                            + "; make room and give yourself the right to write there",
                    e);
        }
    }

    /** Brings the files of one folder into another; each appears there whole, and only where it differs. */
    static void copyAll(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(file.getFileName());
            if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                Path draft = to.resolve("." + file.getFileName() + ".new");
                Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** The plain files of a folder by name; none when there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Removes the folder and all that is in it. */
    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
