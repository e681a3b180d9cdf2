package org.understudy.shell.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.understudy.swap.BakeResult;
import org.understudy.swap.DrainStatus;
import org.understudy.swap.EscapeStatus;
import org.understudy.swap.GenerationStatus;
import org.understudy.swap.ProvisionalStatus;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.StageResult;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapRecord;
import org.understudy.swap.SwapResult;
import org.understudy.swap.Verdict;
import org.understudy.swap.WayBack;

/** What the commands say to programs. The names of the fields are a promise. */
final class Json {
    // Escaped, so that a line reads the same whatever character set the terminal has.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    static String line(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values could not be written", e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> each) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }

    static ArrayNode texts(List<String> values) {
        return array(values, value -> MAPPER.getNodeFactory().textNode(value));
    }

    /** JSON has no NaN: what is not known is null. */
    static void put(ObjectNode node, String field, double value) {
        if (Double.isNaN(value)) {
            node.putNull(field);
        } else {
            node.put(field, value);
        }
    }

    static ObjectNode resource(ResourceStatus status) {
        ObjectNode node = object().put("name", status.name())
                .put("criticality", word(status.criticality()))
                .put("swapCostMillis", status.swapCostMillis())
                .put("learnedCostMillis", status.learnedCostMillis())
                .put("activeVersion", status.activeVersion().orElse(null));
        node.set("wayBack", wayBack(status.wayBack()));
        node.set(
                "provisional",
                status.provisional().<JsonNode>map(Json::provisional).orElse(MAPPER.nullNode()));
        node.put("state", word(status.state())).put("rank", status.rank()).put("note", status.note());
        node.set("contract", texts(status.contract()));
        return node;
    }

    static ObjectNode slot(SlotStatus status) {
        return object().put("resource", status.resource())
                .put("slot", status.slot().name())
                .put("bundleId", status.bundleId())
                .put("version", status.version().orElse(null))
                .put("state", word(status.state()))
                .put("active", status.active());
    }

    static ObjectNode swap(SwapResult result) {
        return object().put("resource", result.resource())
                .put("from", result.from().orElse(null))
                .put("to", result.to().orElse(null))
                .put("outcome", result.outcome())
                .put("reason", result.reason())
                .put("flipMicros", result.timing().flipMicros())
                .put("drainMillis", result.timing().drainMillis())
                .put("gapMillis", result.timing().gapMillis())
                .put("heldCalls", result.timing().heldCalls())
                .put("stateBytes", result.timing().stateBytes());
    }

    private static ObjectNode provisional(ProvisionalStatus status) {
        return object().put("swap", status.swap())
                .put("bakeMillis", status.bakeMillis())
                .put("remainingMillis", status.remainingMillis())
                .put("paused", status.paused())
                .put("attempt", status.attempt());
    }

    static ObjectNode bake(BakeResult result) {
        ObjectNode node = object().put("outcome", word(result.outcome())).put("reason", result.reason());
        node.set("resources", texts(result.resources()));
        return node;
    }

    static ObjectNode record(SwapRecord record) {
        ObjectNode node = object().put("swap", record.number())
                .put("at", record.at().toString())
                .put("back", record.back())
                .put("by", record.by())
                .put("cause", record.cause())
                .put("end", word(record.end()));
        node.set("members", array(record.members(), Json::member));
        node.set("decisions", array(record.decisions(), Json::decision));
        return node;
    }

    private static ObjectNode member(SwapRecord.Member member) {
        return object().put("resource", member.resource())
                .put("from", member.from().orElse(null))
                .put("to", member.to().orElse(null))
                .put("outcome", member.outcome())
                .put("reason", member.reason())
                .put("flipMicros", member.timing().flipMicros())
                .put("drainMillis", member.timing().drainMillis())
                .put("gapMillis", member.timing().gapMillis())
                .put("heldCalls", member.timing().heldCalls());
    }

    private static ObjectNode decision(SwapRecord.Decision decision) {
        ObjectNode node = object().put("at", decision.at().toString())
                .put("what", decision.what())
                .put("by", decision.by())
                .put("reason", decision.reason());
        node.set("verdict", decision.verdict().<JsonNode>map(Json::verdict).orElse(MAPPER.nullNode()));
        return node;
    }

    static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = object().put("outcome", word(verdict.outcome())).put("reason", verdict.reason());
        node.set("findings", array(verdict.findings(), MAPPER::valueToTree));
        return node;
    }

    static ObjectNode stage(StageResult result) {
        ObjectNode node = object().put("resource", result.resource())
                .put("version", result.version().orElse(null));
        if (result instanceof StageResult.Staged staged) {
            return node.put("slot", staged.slot().name())
                    .put("outcome", "staged")
                    .put("reason", "");
        }
        StageResult.Refused refused = (StageResult.Refused) result;
        return node.putNull("slot").put("outcome", "refused").put("reason", refused.reason());
    }

    static ObjectNode plan(SwapPlan plan) {
        ObjectNode node = object().put("resource", plan.resource())
                .put("from", plan.from().orElse(null))
                .put("to", plan.to().orElse(null))
                .put("slot", plan.slot().map(Enum::name).orElse(null))
                .put("manner", word(plan.manner()));
        node.set("steps", texts(plan.steps()));
        node.set("touched", texts(plan.touched()));
        node.put("expectedMillis", plan.expectedMillis());
        node.put("learnedMillis", plan.learnedMillis());
        node.put("heldMillis", plan.heldMillis());
        node.set("wayBack", wayBack(plan.wayBack()));
        node.set("warnings", texts(plan.warnings()));
        node.set("problems", texts(plan.problems()));
        node.put("fingerprint", plan.fingerprint());
        return node;
    }

    static ObjectNode escape(EscapeStatus status) {
        return object().put("resource", status.resource())
                .put("version", status.version())
                .put("through", status.through())
                .put("type", status.type())
                .put("holder", status.holder())
                .put("alive", status.alive());
    }

    static ObjectNode leak(GenerationStatus status) {
        ObjectNode node = object().put("resource", status.resource())
                .put("version", status.version())
                .put("slot", status.slot().name())
                .put("retiredMillis", status.retiredMillis())
                .put("onPurpose", status.onPurpose());
        node.set("holders", array(status.holders(), holder -> object().put("kind", word(holder.kind()))
                .put("what", holder.what())));
        return node;
    }

    static ObjectNode drain(DrainStatus status) {
        ObjectNode node = object().put("resource", status.resource())
                .put("version", status.version().orElse(null))
                .put("inside", status.inside())
                .put("sinceFlipMillis", status.sinceFlipMillis())
                .put("cut", status.cut());
        node.set("threads", texts(status.threads()));
        return node;
    }

    private static JsonNode wayBack(Optional<WayBack> wayBack) {
        return wayBack.<JsonNode>map(
                        way -> object().put("version", way.version()).put("by", word(way.by())))
                .orElse(MAPPER.nullNode());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
