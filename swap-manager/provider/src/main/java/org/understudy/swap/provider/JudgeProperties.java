package org.understudy.swap.provider;

import org.osgi.framework.BundleException;
import org.understudy.swap.engine.JudgePolicy;
import org.understudy.swap.judge.Criteria;

/** What the runtime's properties say of how versions are judged. */
final class JudgeProperties {
    private static final String PREFIX = "understudy.judge.";

    private final RuntimeProperties properties;

    private JudgeProperties(RuntimeProperties properties) {
        this.properties = properties;
    }

    /**
     * Reads them.
     *
     * @throws BundleException if one makes no sense
     */
    static JudgePolicy in(RuntimeProperties properties) throws BundleException {
        return new JudgeProperties(properties).policy(JudgePolicy.DEFAULTS);
    }

    private JudgePolicy policy(JudgePolicy defaults) throws BundleException {
        try {
            return new JudgePolicy(
                    criteria(defaults.criteria()),
                    properties.each(PREFIX + "inconclusive", defaults.inconclusive(), properties::choice),
                    properties.each(PREFIX + "nodata", defaults.nodata(), properties::choice),
                    properties.count(PREFIX + "extensions", 0, defaults.extensions()),
                    properties.millis(PREFIX + "hangMillis", defaults.hang()));
        } catch (IllegalArgumentException e) {
            throw new BundleException("the properties " + PREFIX + "* make no sense: " + e.getMessage(), e);
        }
    }

    private Criteria criteria(Criteria defaults) throws BundleException {
        return new Criteria(
                properties.number(PREFIX + "falseAlarmRate", defaults.falseAlarmRate()),
                properties.number(PREFIX + "allowedLatencyRatio", defaults.allowedLatencyRatio()),
                properties.number(PREFIX + "allowedErrorRate", defaults.allowedErrorRate()),
                properties.number(PREFIX + "absoluteErrorLimit", defaults.absoluteErrorLimit()),
                properties.count(PREFIX + "minimumCalls", 1, (int) defaults.minimumCalls()),
                defaults.warming(),
                defaults.warmingCeiling(),
                defaults.latencyTarget(),
                defaults.metrics());
    }
}
