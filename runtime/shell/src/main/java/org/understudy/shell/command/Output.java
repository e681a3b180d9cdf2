package org.understudy.shell.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.felix.service.command.CommandSession;

/**
 * Where one call of a command writes, and the session it is made in.
 *
 * @param out its standard output, which may be a pipe or a file
 * @param err its standard error
 * @param terminal whether a person looks at {@code out}: colours and progress are for them only
 * @param session the session
 */
public record Output(PrintStream out, PrintStream err, boolean terminal, CommandSession session) {
    // Where the cd of Gogo's command bundle keeps the folder; the session itself has another one.
    private static final String GOGO_FOLDER = "_cwd";

    void line(String text) {
        out.println(text);
    }

    void json(JsonNode node) {
        out.println(Json.line(node));
    }

    void table(Table table) {
        out.print(table.render(terminal));
    }

    /** Where a path that was typed leads. */
    Path resolve(String path) {
        return folder(session).resolve(path).normalize();
    }

    /** What relative paths of a session are relative to. */
    public static Path folder(CommandSession session) {
        return session.get(GOGO_FOLDER) instanceof File folder
                ? folder.toPath().toAbsolutePath()
                : session.currentDir();
    }
}
