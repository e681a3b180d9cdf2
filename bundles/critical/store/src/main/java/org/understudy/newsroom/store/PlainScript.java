package org.understudy.newsroom.store;

import java.util.Optional;
import org.understudy.newsroom.Comment;
import org.understudy.resource.StateFormat;

/**
 * Format {@code guestbook/1}: the kind of an entry and its fields with tabs between. It has no room for the time of a
 * comment.
 */
public final class PlainScript implements Script {
    private static final String WRITTEN = "comment";
    private static final String READ = "read";

    @Override
    public StateFormat format() {
        return new StateFormat("guestbook", 1);
    }

    @Override
    public String line(Entry entry) {
        if (entry instanceof Entry.Written written) {
            Comment comment = written.comment();
            return Fields.joined(WRITTEN, comment.number(), written.slug(), comment.author(), comment.text());
        }
        return Fields.joined(READ, entry.slug(), ((Entry.Read) entry).times());
    }

    @Override
    public Entry entry(String line) {
        Fields fields = Fields.of(line);
        return switch (fields.kind()) {
            case WRITTEN ->
                new Entry.Written(
                        fields.text(2, 5),
                        new Comment(fields.number(1, 5), fields.text(3, 5), fields.text(4, 5), Optional.empty()));
            case READ -> new Entry.Read(fields.text(1, 3), fields.number(2, 3));
            default -> throw fields.unknown();
        };
    }
}
