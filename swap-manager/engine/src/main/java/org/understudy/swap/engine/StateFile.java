package org.understudy.swap.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.understudy.resource.Criticality;
import org.understudy.swap.SlotSide;

/**
 * The file that says which version of which resource is on stage and which is the way back. Replaced as a whole: a
 * new file is written and forced to disk before a flip, and renamed after it, so that a full disk refuses the swap
 * and never leaves half a file.
 */
public final class StateFile {
    private static final int FORMAT = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final Path file;
    private final Path next;

    /** Creates the file's folder where it is missing; the file itself is written with the first state. */
    public StateFile(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.file = file.toAbsolutePath();
        this.next = this.file.resolveSibling(file.getFileName() + ".next");
    }

    /**
     * All that is kept.
     *
     * @param format the format's number
     * @param flips the number of the runtime's last flip
     * @param resources what is known of each resource, by name
     */
    record Content(
            @JsonProperty(required = true) int format,
            @JsonProperty(required = true) int flips,
            @JsonProperty(required = true) Map<String, Entry> resources) {}

    /**
     * What is kept of one resource.
     *
     * @param criticality as declared by its last active version
     * @param a digest of what is in slot A; {@code null} for nothing, as in all of these
     * @param b digest of what is in slot B
     * @param active the side on stage
     * @param past digests of the versions that rollbacks bring back, the next one first
     * @param known every version ever staged and its digest
     * @param rank the number of its last flip
     * @param group those that flipped together with it then
     */
    record Entry(
            @JsonProperty(required = true) Criticality criticality,
            String a,
            String b,
            SlotSide active,
            List<String> past,
            Map<String, String> known,
            int rank,
            ResourceState.Group group) {
        Entry {
            group = group == null ? ResourceState.Group.ALONE : group;
            past = past == null ? List.of() : List.copyOf(past);
            known = known == null ? Map.of() : new TreeMap<>(known);
        }
    }

    /**
     * Reads the file; a missing one is an empty state.
     *
     * @throws Refusal if it cannot be read or is malformed: it is never guessed at, and never overwritten
     */
    Content read() throws Refusal {
        if (!Files.exists(file)) {
            return new Content(FORMAT, 0, Map.of());
        }
        try {
            Content content = JSON.readValue(file.toFile(), Content.class);
            if (content.format() != FORMAT) {
                throw new Refusal(file + " has format " + content.format() + ", this version reads " + FORMAT
                        + ": start it with the version of Understudy that wrote it");
            }
            return content;
        } catch (JacksonException e) {
            throw new Refusal(
                    file + " is malformed: " + firstClause(e.getOriginalMessage())
                            + (e.getLocation() == null
                                    ? ""
                                    : " (line " + e.getLocation().getLineNr() + ")")
                            + "; put back a good copy, or move it away to start without any active version",
                    e);
        } catch (IOException e) {
            throw new Refusal(file + " could not be read: " + Reasons.of(e) + "; give access to it and start again", e);
        }
    }

    /** Jackson adds where its own parser began, which helps nobody. */
    private static String firstClause(String message) {
        int detail = message.indexOf(" (start marker at");
        return detail < 0 ? message : message.substring(0, detail);
    }

    /** Writes what is to be the state, durably, without making it the state yet. */
    void prepare(Content content) throws Refusal {
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            Channels.newOutputStream(channel).write(JSON.writeValueAsBytes(content));
            channel.force(true);
        } catch (IOException e) {
            throw new Refusal(
                    "the state could not be written to " + next + ": " + Reasons.of(e)
                            + "; make room or give access there",
                    e);
        }
    }

    /** Makes what was prepared the state. */
    void commit() throws Refusal {
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            ArtifactStore.force(file.getParent());
        } catch (IOException e) {
            throw new Refusal("the state could not be renamed to " + file + ": " + Reasons.of(e), e);
        }
    }
}
