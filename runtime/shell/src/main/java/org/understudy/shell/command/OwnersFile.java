package org.understudy.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A new file that nobody but its owner can read. */
final class OwnersFile {
    private OwnersFile() {}

    /**
     * Writes it.
     *
     * @param line its only line
     * @return where it is
     * @throws CommandFailedException if something is there already, or its folder is not
     */
    static Path write(Path file, String line) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(file + " exists already, and is left as it is: name a new file", e);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(file + " cannot be made: its folder does not exist; make that first", e);
        }
        return Files.write(file, (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    }
}
