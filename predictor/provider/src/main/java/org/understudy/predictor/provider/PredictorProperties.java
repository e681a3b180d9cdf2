package org.understudy.predictor.provider;

import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.predictor.engine.PredictorSettings;

/**
 * What the runtime's properties say to the predictor. What makes no sense is told by name, and what holds without it is
 * taken: nobody is to be without the runtime because of it.
 */
final class PredictorProperties {
    private static final Logger LOG = LoggerFactory.getLogger(PredictorProperties.class);
    private static final String PREFIX = "understudy.predictor.";
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final UnaryOperator<String> texts;

    /** Of what has these texts, null where nothing is set. */
    PredictorProperties(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    PredictorSettings settings() {
        PredictorSettings defaults = PredictorSettings.DEFAULTS;
        return new PredictorSettings(
                read("activeMillis", "milliseconds", Duration::ofMillis, defaults.active()),
                read("retentionDays", "days", Duration::ofDays, defaults.retention()),
                read("keyHours", "hours", Duration::ofHours, defaults.keyLife()),
                read("savingMillis", "milliseconds", Duration::ofMillis, defaults.saving()));
    }

    private Duration read(String name, String unit, LongFunction<Duration> reading, Duration otherwise) {
        String text = texts.apply(PREFIX + name);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration read = reading.apply(Long.parseLong(text.trim()));
            if (!read.isNegative() && !read.isZero() && read.compareTo(LONGEST) <= 0) {
                return read;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            LOG.debug("{}{} is no number of {}", PREFIX, name, unit, e);
        }
        LOG.error(
                "the property {}{} is '{}': expected a whole number of {}, 1 or more and at most 100 years; {} holds"
                        + " instead until it is mended in conf/understudy.properties and the runtime started again",
                PREFIX,
                name,
                text,
                unit,
                otherwise);
        return otherwise;
    }
}
