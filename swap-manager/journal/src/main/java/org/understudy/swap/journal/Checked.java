package org.understudy.swap.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The text of a line: CRC32C of what follows the blank in lower-case hexadecimal, a blank, a JSON object, a line feed. */
final class Checked {
    private static final int PREFIX = 9;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Checked() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * A line, line feed included. What could not be read again is not written.
     *
     * @throws IllegalArgumentException if there is something in it that JSON cannot carry
     */
    static byte[] line(ObjectNode object) {
        try {
            byte[] json = JSON.writeValueAsBytes(object);
            byte[] line = new byte[PREFIX + json.length + 1];
            System.arraycopy(json, 0, line, PREFIX, json.length);
            System.arraycopy(prefix(json, 0, json.length), 0, line, 0, PREFIX);
            line[line.length - 1] = '\n';
            JSON.readTree(json);
            return line;
        } catch (IOException e) {
            throw new IllegalArgumentException("this cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    /** What a line without its line feed holds; nothing, if it is not as it was written. */
    static Optional<JsonNode> read(byte[] bytes, int from, int to) throws IOException {
        int json = from + PREFIX;
        if (json >= to || !startsWith(bytes, from, prefix(bytes, json, to - json))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(bytes, json, to - json)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty(); // sound bytes that are no JSON: not written here
        }
    }

    private static byte[] prefix(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (HexFormat.of().toHexDigits((int) sum.getValue()) + " ").getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        return Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
    }
}
