package org.understudy.swap.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.understudy.swap.journal.Entry;

/**
 * Facts as the bodies of journal entries, and back. With a fact goes the whole state of every resource that it changes,
 * so that what an entry says does not hang on any entry before it.
 */
final class FactWriter {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<? extends Fact>> KINDS = Stream.<Class<? extends Fact>>of(
                    Fact.Booted.class,
                    Fact.Stopped.class,
                    Fact.Checkpoint.class,
                    Fact.Staged.class,
                    Fact.Begun.class,
                    Fact.Flipped.class,
                    Fact.Undone.class,
                    Fact.Ended.class,
                    Fact.Judged.class,
                    Fact.Committed.class,
                    Fact.Paused.class,
                    Fact.WindowClosed.class,
                    Fact.Repaired.class,
                    Fact.Treated.class,
                    Fact.Mourned.class)
            .collect(Collectors.toMap(FactWriter::kind, Function.identity()));

    private FactWriter() {}

    /**
     * The body of an entry.
     *
     * @param fact what happened; of a kind of its own
     * @param flips the number of the runtime's last flip
     * @param states the states of the resources that it changes, by name
     */
    private record Body(JsonNode fact, @JsonProperty(required = true) int flips, Map<String, KeptState> states) {
        Body {
            states = states == null ? Map.of() : new TreeMap<>(states);
        }
    }

    /**
     * What an entry says.
     *
     * @param fact what happened; empty where a later version of Understudy has written it and knows more kinds
     * @param flips the number of the runtime's last flip then
     * @param states the states that it brought about
     */
    record Said(Optional<Fact> fact, int flips, Map<String, KeptState> states) {}

    static String kind(Fact fact) {
        return kind(fact.getClass());
    }

    private static String kind(Class<? extends Fact> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static JsonNode body(Fact fact, int flips, Map<String, KeptState> states) {
        return JSON.valueToTree(new Body(JSON.valueToTree(fact), flips, states));
    }

    /**
     * What the entry says.
     *
     * @throws Refusal if it cannot be understood, although its checksum is right
     */
    static Said read(Entry entry) throws Refusal {
        try {
            Body body = JSON.treeToValue(entry.body(), Body.class);
            Class<? extends Fact> kind = KINDS.get(entry.kind());
            return new Said(
                    kind == null ? Optional.empty() : Optional.of(fact(body.fact(), kind)),
                    body.flips(),
                    body.states());
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    "entry " + entry.sequence() + " (" + entry.kind()
                            + ") of the journal is whole, but not understood: " + e.getOriginalMessage()
                            + "; it was written by another version of Understudy: use that one",
                    e);
        }
    }

    private static Fact fact(JsonNode fact, Class<? extends Fact> kind) throws JsonProcessingException {
        return JSON.treeToValue(fact == null ? JSON.createObjectNode() : fact, kind);
    }
}
