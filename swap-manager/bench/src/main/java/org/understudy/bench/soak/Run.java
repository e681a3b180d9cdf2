package org.understudy.bench.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.understudy.bench.stage.InsideBundle;
import org.understudy.bench.stage.StageProcess;

/** One process on the home, from its start to its end, watched line by line. */
final class Run {
    private static final String PACKAGE = "org.understudy.bench.soak.inside";
    private static final List<String> CLASSES = List.of(
            "SoakActor",
            "SoakActor$Run",
            "Threads",
            "Services",
            "Stagehands",
            "Director",
            "Tally",
            "Caller",
            "Caller$Line",
            "ReadersHand",
            "Gauges");
    private static final long SWAPS_A_SAMPLE = 100;
    private static final long SAMPLES = 10;

    private final SoakOptions options;
    private final Path distribution;
    private final Path folder;
    private final PrintStream out;

    Run(SoakOptions options, Path distribution, Path folder, PrintStream out) {
        this.options = options;
        this.distribution = distribution;
        this.folder = folder;
        this.out = out;
    }

    /** Plays until there are enough swaps or the time is over. */
    void play(Samples samples, Findings findings) throws IOException {
        Sample before = samples.last();
        Path home = folder.resolve("home");
        boolean ended = false;
        try (StageProcess process = StageProcess.start(distribution, home, Optional.of(actor()), settings(before))) {
            for (String line = process.nextLine(); line != null; line = process.nextLine()) {
                String kind = line.split(" ", 2)[0];
                switch (kind) {
                    case "sample" -> {
                        samples.add(Sample.read(line, before, Footprint.of(home)));
                        out.println(samples.last().swaps() + " swaps, "
                                + samples.last().count(Sample.Count.FAILED) + " failed calls, "
                                + samples.last().seconds() + " s");
                    }
                    case "failure", "trouble" -> {
                        findings.add("process " + (before.process() + 1) + ": " + line);
                        out.println(line);
                    }
                    case "stopped" -> ended = true;
                    default -> out.println(line);
                }
            }
            int status = process.status();
            if (!ended || status != 0) {
                findings.add("process " + (before.process() + 1) + " ended with " + status + "; see "
                        + StageProcess.log(home));
            }
        }
    }

    private static byte[] actor() throws IOException {
        return new InsideBundle(
                        PACKAGE,
                        CLASSES,
                        Map.of(
                                Constants.BUNDLE_SYMBOLICNAME,
                                PACKAGE,
                                Constants.IMPORT_PACKAGE,
                                "org.osgi.framework,javax.management,org.understudy.swap,org.understudy.newsroom"))
                .jar();
    }

    /** As it is shipped, but for waits that only make a swap long: the bake time, the pauses and the warm-up. */
    private List<String> settings(Sample before) {
        long left = options.swaps() - before.swaps();
        return List.of(
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=128m",
                "-Xss512k",
                "-Dunderstudy.initial=store=1.0.0,theme=1.0.0,feed=1.0.0,renderer=1.0.0,analytics=1.0.0",
                "-Dunderstudy.swap.bakeMillis=" + options.bake().toMillis(),
                "-Dunderstudy.swap.pauseMillis=0",
                "-Dunderstudy.swap.warmUpMillis=30",
                "-Dunderstudy.soak.swaps=" + left,
                "-Dunderstudy.soak.every=" + Math.max(1, Math.min(SWAPS_A_SAMPLE, left / SAMPLES)),
                "-Dunderstudy.soak.seconds=" + options.limit().toSeconds(),
                "-Dunderstudy.soak.comments=" + before.count(Sample.Count.COMMENTS));
    }
}
