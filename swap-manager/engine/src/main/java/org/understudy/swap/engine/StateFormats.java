package org.understudy.swap.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.understudy.resource.StateFormat;
import org.understudy.resource.StateTransfer;

/**
 * The formats in which a version gives its state away and takes one over.
 *
 * @param writes those that it can export
 * @param reads those that it can import
 */
public record StateFormats(List<StateFormat> writes, List<StateFormat> reads) {
    public StateFormats {
        writes = List.copyOf(writes);
        reads = List.copyOf(reads);
    }

    /**
     * Reads the properties of a {@link StateTransfer} service.
     *
     * @throws Refusal if a format is malformed, or none is named at all
     */
    public static StateFormats of(Map<String, Object> properties) throws Refusal {
        StateFormats formats =
                new StateFormats(parsed(properties, StateTransfer.WRITES), parsed(properties, StateTransfer.READS));
        if (formats.writes.isEmpty() && formats.reads.isEmpty()) {
            throw new Refusal("its StateTransfer names no format: give it the service properties "
                    + StateTransfer.WRITES + " and " + StateTransfer.READS + ", as in guestbook/1");
        }
        return formats;
    }

    private static List<StateFormat> parsed(Map<String, Object> properties, String key) throws Refusal {
        Object value = properties.get(key);
        Stream<?> texts =
                value == null ? Stream.empty() : value instanceof Object[] many ? Stream.of(many) : Stream.of(value);
        try {
            return texts.map(String::valueOf).map(StateFormat::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new Refusal("the service property " + key + " of its StateTransfer: " + e.getMessage(), e);
        }
    }

    /** The newest format in which state gets from here to there; of two equally new ones the one named first here. */
    Optional<StateFormat> to(StateFormats other) {
        Optional<StateFormat> best = Optional.empty();
        for (StateFormat format : writes) {
            if (other.reads.contains(format)
                    && best.filter(found -> found.version() >= format.version()).isEmpty()) {
                best = Optional.of(format);
            }
        }
        return best;
    }

    static String words(List<StateFormat> formats) {
        return formats.isEmpty()
                ? "nothing"
                : formats.stream()
                        .sorted(Comparator.comparing(StateFormat::name).thenComparing(StateFormat::version))
                        .map(StateFormat::toString)
                        .collect(Collectors.joining(", "));
    }
}
