package org.understudy.swap.provider;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Counts the files below a folder, links among them but not what they lead to; gives up counting early. */
final class OwnFiles extends SimpleFileVisitor<Path> {
    /** The highest count: from there on it means "so many or more". */
    static final int MOST = 1000;

    private static final int MOST_FOLDERS = 10_000;

    private int files;
    private int folders;

    private OwnFiles() {}

    static int count(Path area) throws IOException {
        if (!Files.isDirectory(area)) {
            return 0;
        }
        OwnFiles counted = new OwnFiles();
        Files.walkFileTree(area, counted);
        return counted.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        folders++;
        return folders > MOST_FOLDERS ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files++;
        return files == MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** What cannot be looked into is there all the same. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return visitFile(file, null);
    }
}
