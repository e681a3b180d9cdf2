package org.understudy.newsroom.store.version;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.understudy.newsroom.Comment;
import org.understudy.newsroom.store.Entry;
import org.understudy.newsroom.store.Fields;
import org.understudy.newsroom.store.Script;
import org.understudy.resource.StateFormat;

/** Format {@code guestbook/2}: by article, and a comment has the time at which it was posted, where that is known. */
final class DatedScript implements Script {
    private static final String WRITTEN = "said";
    private static final int WRITTEN_FIELDS = 6;
    private static final String READ = "seen";
    private static final int READ_FIELDS = 3;

    @Override
    public StateFormat format() {
        return new StateFormat("guestbook", 2);
    }

    @Override
    public String line(Entry entry) {
        if (entry instanceof Entry.Written written) {
            Comment comment = written.comment();
            return Fields.joined(
                    WRITTEN,
                    written.slug(),
                    comment.number(),
                    comment.posted().map(Instant::toString).orElse(""),
                    comment.author(),
                    comment.text());
        }
        return Fields.joined(READ, entry.slug(), ((Entry.Read) entry).times());
    }

    @Override
    public Entry entry(String line) {
        Fields fields = Fields.of(line);
        return switch (fields.kind()) {
            case WRITTEN ->
                new Entry.Written(
                        fields.text(1, WRITTEN_FIELDS),
                        new Comment(
                                fields.number(2, WRITTEN_FIELDS),
                                fields.text(4, WRITTEN_FIELDS),
                                fields.text(5, WRITTEN_FIELDS),
                                posted(fields.text(3, WRITTEN_FIELDS))));
            case READ -> new Entry.Read(fields.text(1, READ_FIELDS), fields.number(2, READ_FIELDS));
            default -> throw fields.unknown();
        };
    }

    private static Optional<Instant> posted(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time", e);
        }
    }
}
