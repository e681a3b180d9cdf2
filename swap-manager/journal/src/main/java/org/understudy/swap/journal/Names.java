package org.understudy.swap.journal;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the files of the journal are called: by the number of their first entry, so that they sort as they follow. */
final class Names {
    private static final Pattern FILE = Pattern.compile("(\\d{12})\\.log");
    private static final String UNFINISHED = ".part";

    private Names() {}

    static Path file(Path folder, long first) {
        return folder.resolve(String.format("%012d.log", first));
    }

    /** Where a file is written before it gets its name. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    static boolean isFile(Path path) {
        return matcher(path).matches();
    }

    static boolean isUnfinished(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(UNFINISHED)
                && FILE.matcher(name.substring(0, name.length() - UNFINISHED.length()))
                        .matches();
    }

    static long first(Path file) {
        Matcher matcher = matcher(file);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file + " is no file of a journal");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static Matcher matcher(Path path) {
        return FILE.matcher(path.getFileName().toString());
    }
}
