package org.understudy.swap.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The first line of a file of the journal.
 *
 * @param format the number of the format; the first line of a file can be read in all of them
 * @param product the version of Understudy that began the file
 * @param home the journal's id
 * @param first the number of the file's first entry, which is also its name
 * @param begun when the file was begun, for people
 * @param before the file before it, as it was then: its seal. None in the first file
 */
record Header(int format, String product, String home, long first, String begun, Optional<Seal> before) {
    static final int FORMAT = 1;

    /**
     * What a file vouches for of the one before it.
     *
     * @param file its name
     * @param bytes its length
     * @param sha256 the digest of its content, lower-case hexadecimal
     * @param last the number of its last entry, or of the last before it where it has none
     * @param whole whether it was as it had been written
     */
    record Seal(String file, long bytes, String sha256, long last, boolean whole) {}

    byte[] line() {
        ObjectNode object = Checked.object();
        object.put("journal", format)
                .put("product", product)
                .put("home", home)
                .put("first", first)
                .put("begun", begun);
        before.ifPresent(seal -> object.putObject("before")
                .put("file", seal.file())
                .put("bytes", seal.bytes())
                .put("sha256", seal.sha256())
                .put("last", seal.last())
                .put("whole", seal.whole()));
        return Checked.line(object);
    }

    /** Whether a line of whatever format is the first one of a file. */
    static boolean is(JsonNode line) {
        return line.path("journal").canConvertToInt();
    }

    /** Of a newer format no more can be relied on than its number and who wrote it. */
    static Header of(JsonNode line) {
        return new Header(
                line.path("journal").intValue(),
                line.path("product").asText(),
                line.path("home").asText(),
                line.path("first").asLong(),
                line.path("begun").asText(),
                Optional.ofNullable(line.get("before"))
                        .map(seal -> new Seal(
                                seal.path("file").asText(),
                                seal.path("bytes").asLong(),
                                seal.path("sha256").asText(),
                                seal.path("last").asLong(),
                                seal.path("whole").asBoolean())));
    }
}
