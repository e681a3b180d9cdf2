package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A line with an entry. It carries the home's id, so that it is known for ours even where the first line of its file
 * is lost.
 *
 * @param entry the entry
 * @param home the journal that it belongs to
 * @param checkpoint whether it stands for everything before it
 * @param from where in its file it begins
 * @param to where it ends, line feed included
 */
record Line(Entry entry, String home, boolean checkpoint, long from, long to) {
    static byte[] text(Entry entry, String home, boolean checkpoint) {
        ObjectNode object = Checked.object();
        object.put("seq", entry.sequence())
                .put("at", entry.at().toString())
                .put("kind", entry.kind())
                .put("home", home);
        if (checkpoint) {
            object.put("checkpoint", true);
        }
        object.set("body", entry.body());
        return Checked.line(object);
    }

    /** Nothing, if it is no entry's line. */
    static Optional<Line> of(JsonNode line, long from, long to) {
        try {
            return Optional.of(new Line(
                    new Entry(
                            line.path("seq").asLong(),
                            Instant.parse(line.path("at").asText()),
                            line.path("kind").asText(),
                            line.path("body")),
                    line.path("home").asText(),
                    line.path("checkpoint").asBoolean(),
                    from,
                    to));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
