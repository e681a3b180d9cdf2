package org.understudy.bench;

import java.io.IOException;
import java.util.List;
import org.understudy.bench.dispatch.DispatchCommand;
import org.understudy.bench.judge.JudgeCommand;
import org.understudy.bench.judge.JudgeOptions;
import org.understudy.bench.kill.KillCommand;
import org.understudy.bench.kill.KillOptions;
import org.understudy.bench.soak.SoakCommand;
import org.understudy.bench.soak.SoakOptions;

/** The benchmarks behind the figures in the README; the first argument says which. */
public final class Main {
    private static final String USAGE =
            "usage: bench dispatch [--json] [--quick] | bench judge [--swaps N] [--data DIR] [--seed N]"
                    + " | bench kill [--kills N] [--placed all|none|SCENE,...] [--every N] [--seed N] [--resume FOLDER] [--newsroom N] [--crowd N]"
                    + " | bench soak [--swaps N] [--minutes N] [--bake MILLIS] [--resume FOLDER] [--dist DIR]";

    private Main() {}

    /** Runs one and exits 0, 1 if what it looked for was found, or 2 if the arguments make no sense. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            refuse("which benchmark?");
        }
        List<String> options = words.subList(1, words.size());
        switch (words.get(0)) {
            case "dispatch" -> dispatch(options);
            case "judge" -> judge(options);
            case "kill" -> kill(options);
            case "soak" -> soak(options);
            default -> refuse("there is no benchmark " + words.get(0));
        }
    }

    private static void dispatch(List<String> options) throws Exception {
        for (String option : options) {
            if (!option.equals("--json") && !option.equals("--quick")) {
                refuse("unknown option " + option);
            }
        }
        new DispatchCommand(options.contains("--quick"), options.contains("--json")).run();
    }

    private static void judge(List<String> options) throws IOException {
        JudgeOptions asked = null;
        try {
            asked = JudgeOptions.parse(options);
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
        new JudgeCommand(asked, System.out).run();
    }

    private static void kill(List<String> options) throws IOException {
        KillOptions asked = null;
        try {
            asked = KillOptions.parse(options);
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
        if (!new KillCommand(asked, System.out).run()) {
            System.exit(1);
        }
    }

    private static void soak(List<String> options) throws IOException {
        SoakOptions asked = null;
        try {
            asked = SoakOptions.parse(options);
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
        if (!new SoakCommand(asked, System.out).run()) {
            System.exit(1);
        }
    }

    private static void refuse(String reason) {
        System.err.println("bench: " + reason);
        System.err.println(USAGE);
        System.exit(2);
    }
}
