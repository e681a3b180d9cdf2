package org.understudy.bench;

import java.util.List;
import org.understudy.bench.dispatch.DispatchCommand;

/** The benchmarks behind the figures in the README; the first argument says which. */
public final class Main {
    private static final String USAGE = "usage: bench dispatch [--json] [--quick]";

    private Main() {}

    /** Runs one and exits 0, or 2 if the arguments make no sense. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            refuse("which benchmark?");
        }
        List<String> options = words.subList(1, words.size());
        for (String option : options) {
            if (!option.equals("--json") && !option.equals("--quick")) {
                refuse("unknown option " + option);
            }
        }
        if (!words.get(0).equals("dispatch")) {
            refuse("there is no benchmark " + words.get(0));
        }
        new DispatchCommand(options.contains("--quick"), options.contains("--json")).run();
    }

    private static void refuse(String reason) {
        System.err.println("bench: " + reason);
        System.err.println(USAGE);
        System.exit(2);
    }
}
