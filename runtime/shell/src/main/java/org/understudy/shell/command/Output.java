package org.understudy.shell.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where one call of a command writes.
 *
 * @param out its standard output, which may be a pipe or a file
 * @param err its standard error
 * @param terminal whether a person looks at {@code out}: colours and progress are for them only
 * @param folder what relative paths are relative to
 */
public record Output(PrintStream out, PrintStream err, boolean terminal, Path folder) {
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
        return folder.resolve(path).normalize();
    }
}
