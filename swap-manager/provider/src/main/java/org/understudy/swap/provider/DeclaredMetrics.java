package org.understudy.swap.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.understudy.swap.judge.Direction;
import org.understudy.swap.judge.MetricRule;

/**
 * Reads the metrics that a version declares as they stand in its manifest. There bnd writes each annotation as a text, of
 * which the part in braces counts: <code>{name=queue\, direction=INCREASE\, critical=true}</code>.
 */
final class DeclaredMetrics {
    private static final Pattern ONE = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> KNOWN = Set.of("name", "direction", "critical", "mustHaveData", "allowedEffect");

    private DeclaredMetrics() {}

    /**
     * The rules that an attribute's value declares.
     *
     * @throws IllegalArgumentException if one makes no sense; names the metric, the reason and the way out
     */
    static List<MetricRule> in(String value) {
        List<MetricRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Matcher declarations = ONE.matcher(value.replace("\\", ""));
        while (declarations.find()) {
            MetricRule rule = rule(declarations.group(1));
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException(
                        "metric " + rule.name() + ": it is declared twice; keep one of them");
            }
            rules.add(rule);
        }
        if (rules.isEmpty() && !value.isBlank()) {
            throw new IllegalArgumentException(
                    "metrics '" + value
                            + "' declare none: expected {name=NAME, direction=INCREASE|DECREASE|EITHER, ...}, as bnd writes @Metric");
        }
        return rules;
    }

    private static MetricRule rule(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split(",")) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0].trim(), parts.length == 2 ? parts[1].trim() : "");
        }
        String name = values.getOrDefault("name", "");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric '" + name
                    + "': that is no name of a metric; use 1 to 64 letters, digits, '.', '_' and '-'");
        }
        for (String key : values.keySet()) {
            if (!KNOWN.contains(key)) {
                throw new IllegalArgumentException(
                        "metric " + name + ": '" + key + "' is not known; declare some of " + KNOWN);
            }
        }
        return new MetricRule(
                name,
                direction(name, values.getOrDefault("direction", "")),
                Boolean.parseBoolean(values.get("critical")),
                Boolean.parseBoolean(values.get("mustHaveData")),
                number(name, values.getOrDefault("allowedEffect", "0.1")));
    }

    private static Direction direction(String name, String text) {
        try {
            return Direction.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "metric " + name + ": its direction '" + text + "' is none; declare one of "
                            + Arrays.toString(Direction.values()),
                    e);
        }
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "metric " + name + ": its allowed effect '" + text
                            + "' is no number; give the tolerated share of change, such as 0.1 for 10 %",
                    e);
        }
    }
}
