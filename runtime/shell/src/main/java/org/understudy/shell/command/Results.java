package org.understudy.shell.command;

import java.util.List;
import org.understudy.swap.SwapResult;

/** Tells how a swap or rollback ended. */
final class Results {
    private Results() {}

    /**
     * Shows it.
     *
     * @throws CommandFailedException if it was refused
     */
    static void show(SwapResult result, Arguments arguments, Output output) {
        if (arguments.json()) {
            output.json(Json.swap(result));
        }
        if (result instanceof SwapResult.Refused refused) {
            throw new CommandFailedException(refused.reason());
        }
        if (!arguments.json()) {
            output.line(sentence(result));
        }
    }

    /**
     * Shows how each member of a group ended.
     *
     * @throws CommandFailedException if they were refused, which they are together
     */
    static void show(List<SwapResult> results, Arguments arguments, Output output) {
        if (arguments.json()) {
            output.json(Json.array(results, Json::swap));
        }
        List<String> refusals = results.stream()
                .filter(result -> !result.flipped())
                .map(result -> result.resource() + ": " + result.reason())
                .toList();
        if (!refusals.isEmpty()) {
            throw new CommandFailedException(String.join("; ", refusals));
        }
        if (!arguments.json()) {
            results.forEach(result -> output.line(sentence(result)));
        }
    }

    private static String sentence(SwapResult result) {
        StringBuilder text = new StringBuilder(result.resource())
                .append(": ")
                .append(Words.versions(result.from(), result.to()))
                .append(result instanceof SwapResult.RolledBack ? " rolled back" : " swapped");
        text.append(", flip ").append(Words.micros(result.timing().flipMicros()));
        text.append("draining".equals(result.outcome()) ? ", still draining after " : ", drained in ")
                .append(Words.millis(result.timing().drainMillis()));
        if (result.timing().gapMillis() > 0) {
            text.append(", calls held ")
                    .append(Words.millis(result.timing().gapMillis()))
                    .append(" (")
                    .append(result.timing().heldCalls())
                    .append(" came)");
        }
        if (result.timing().stateBytes() > 0) {
            text.append(", ").append(result.timing().stateBytes()).append(" bytes of state carried");
        }
        if (!result.reason().isEmpty()) {
            text.append(" (").append(result.reason()).append(')');
        }
        return text.toString();
    }
}
