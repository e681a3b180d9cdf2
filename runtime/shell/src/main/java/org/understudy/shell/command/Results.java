package org.understudy.shell.command;

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

    private static String sentence(SwapResult result) {
        StringBuilder text = new StringBuilder(result.resource())
                .append(": ")
                .append(Words.versions(result.from(), result.to()))
                .append(result instanceof SwapResult.RolledBack ? " rolled back" : " swapped");
        text.append(", flip ").append(Words.micros(result.timing().flipMicros()));
        text.append("draining".equals(result.outcome()) ? ", still draining after " : ", drained in ")
                .append(Words.millis(result.timing().drainMillis()));
        if (result.timing().gapMillis() > 0) {
            text.append(", calls held ").append(Words.millis(result.timing().gapMillis()));
        }
        if (!result.reason().isEmpty()) {
            text.append(" (").append(result.reason()).append(')');
        }
        return text.toString();
    }
}
