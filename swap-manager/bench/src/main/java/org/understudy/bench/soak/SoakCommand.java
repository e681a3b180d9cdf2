package org.understudy.bench.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.understudy.bench.stage.Distribution;

/** Swaps thousands of times under load, and looks whether a call fails and whether anything grows. */
public final class SoakCommand {
    private final SoakOptions options;
    private final PrintStream out;

    /** With what was asked for. */
    public SoakCommand(SoakOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return whether no call failed and every figure is level
     */
    public boolean run() throws IOException {
        Path distribution = Distribution.folder(options.distribution());
        Path folder = options.folder().isPresent()
                ? Files.createDirectories(options.folder().get()).toRealPath()
                : Files.createTempDirectory("understudy-soak");
        out.println("home and samples are in " + folder + "; --resume goes on there");
        Samples samples = Samples.in(folder);
        Findings findings = new Findings(folder);
        if (samples.last().swaps() < options.swaps()) {
            new Run(options, distribution, folder, out).play(samples, findings);
        }
        List<String> wrong = findings.all();
        if (samples.all().isEmpty()) {
            wrong.forEach(out::println);
            return false;
        }
        Report report = new Report(samples.all());
        out.println();
        out.print(report);
        wrong.forEach(out::println);
        return report.isLevel() && wrong.isEmpty() && samples.last().count(Sample.Count.FAILED) == 0;
    }
}
