package org.understudy.swap.engine;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.understudy.resource.Criticality;
import org.understudy.swap.judge.MetricRule;

/**
 * What a version declares about the resource it belongs to.
 *
 * @param name the resource's name
 * @param criticality how much hangs on it
 * @param swapCostMillis expected disturbance of a swap, milliseconds
 * @param contract the interfaces through which it is used; empty for all that it registers
 * @param exclusive what it holds that exists only once, in words; empty where both slots can be started
 * @param latencyTarget calls that typically take no longer are quick enough; zero where the resource names none
 * @param metrics what its versions are judged by beside errors and latencies; each name once
 */
public record ResourceSpec(
        String name,
        Criticality criticality,
        long swapCostMillis,
        List<String> contract,
        List<String> exclusive,
        Duration latencyTarget,
        List<MetricRule> metrics) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public ResourceSpec {
        checkName(name);
        Objects.requireNonNull(criticality, "criticality");
        if (swapCostMillis < 0) {
            throw new IllegalArgumentException("the swap-cost of " + name + " is negative: " + swapCostMillis);
        }
        if (latencyTarget.isNegative()) {
            throw new IllegalArgumentException(
                    "the latency target of " + name + " is negative: " + latencyTarget.toNanos() / 1000 + " us");
        }
        contract = List.copyOf(contract);
        exclusive = List.copyOf(exclusive);
        metrics = List.copyOf(metrics);
    }

    /** What is assumed of a resource of which nothing but the name is known. */
    static ResourceSpec unknown(String name, Criticality criticality) {
        return new ResourceSpec(name, criticality, 0, List.of(), List.of(), Duration.ZERO, List.of());
    }

    /**
     * Returns a name that can be one.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static String checkName(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name
                    + "' is no name of a resource: expected lower-case letters, digits and '-', a letter first");
        }
        return name;
    }
}
