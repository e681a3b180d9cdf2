package org.understudy.shell.command;

import java.util.List;
import java.util.function.Supplier;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapPlan;

/** Tells what a swap would do. */
final class PlanCommand implements Command {
    private final Supplier<SwapManager> manager;

    PlanCommand(Supplier<SwapManager> manager) {
        this.manager = manager;
    }

    @Override
    public Usage usage() {
        return Usage.of("plan", "tells what a swap would do and what speaks against it, and changes nothing")
                .needs("NAME[,NAME...]", Usage.Kind.RESOURCE)
                .takes("FILE|VERSION[,...]", Usage.Kind.VERSION, Usage.Kind.FILE)
                .with(Usage.LOWER)
                .with(Usage.LOSS)
                .with(Usage.BAD)
                .with(Usage.AGAIN)
                .with(Usage.JSON);
    }

    @Override
    public void run(Arguments arguments, Output output) {
        if (Wanted.isGroup(arguments)) {
            List<SwapPlan> plans = manager.get().plan(Wanted.members(arguments, output));
            if (arguments.json()) {
                output.json(Json.array(plans, Json::plan));
            } else {
                plans.forEach(plan -> show(plan, output));
            }
            return;
        }
        SwapPlan plan = manager.get().plan(arguments.word(0), Wanted.of(arguments, output));
        if (arguments.json()) {
            output.json(Json.plan(plan));
        } else {
            show(plan, output);
        }
    }

    private static void show(SwapPlan plan, Output output) {
        output.line(plan.resource() + ": " + Words.versions(plan.from(), plan.to())
                + plan.slot().map(slot -> " in slot " + slot).orElse("") + ", expected disturbance "
                + plan.expectedMillis() + " ms"
                + (plan.learnedMillis() > 0 ? " (so far " + Words.millis(plan.learnedMillis()) + ")" : "")
                + held(plan)
                + ", way back afterwards " + Words.wayBack(plan.wayBack()));
        for (int i = 0; i < plan.steps().size(); i++) {
            output.line("  " + (i + 1) + ". " + plan.steps().get(i));
        }
        section("touches", plan.touched(), Tone.PLAIN, output);
        section("mind", plan.warnings(), Tone.BUSY, output);
        if (plan.problems().isEmpty()) {
            String agreed =
                    "nothing speaks against it; `swap ... --plan " + plan.fingerprint() + "` does this or nothing";
            output.line(output.terminal() ? Tone.GOOD.paint(agreed) : agreed);
        } else {
            section("refused, because", plan.problems(), Tone.BAD, output);
        }
    }

    private static String held(SwapPlan plan) {
        boolean restarts = plan.manner() == SwapPlan.Manner.RESTART;
        String how = restarts ? ", by a restart: " : ", ";
        return restarts || plan.heldMillis() > 0 ? how + "calls are held for about " + plan.heldMillis() + " ms" : "";
    }

    private static void section(String title, List<String> lines, Tone tone, Output output) {
        if (!lines.isEmpty()) {
            output.line(title + ":");
            lines.forEach(line -> output.line("  " + (output.terminal() ? tone.paint(line) : line)));
        }
    }
}
