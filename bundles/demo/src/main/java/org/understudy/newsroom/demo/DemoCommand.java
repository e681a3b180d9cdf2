package org.understudy.newsroom.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The shell's command {@code demo}. One demo at a time. */
@Component(
        service = DemoCommand.class,
        property = {"osgi.command.scope=understudy", "osgi.command.function=demo"})
public final class DemoCommand {
    private final BundleContext context;
    private final AtomicBoolean running = new AtomicBoolean();

    /** Called by Declarative Services. */
    @Activate
    public DemoCommand(BundleContext context) {
        this.context = context;
    }

    /**
     * Plays the demo on the calling thread's standard output, and writes the report, also when something goes wrong.
     *
     * @throws BrokenPromiseException if a promise was broken
     * @throws IOException if a version, the trace or a page cannot be read, or the report not be written
     * @throws BundleException if Newsroom does not come up
     * @throws InterruptedException if it was interrupted
     */
    public void demo(String... arguments)
            throws BrokenPromiseException, IOException, BundleException, InterruptedException {
        Options options = Options.parse(arguments);
        PrintStream out = System.out;
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("a demo is running already; wait until it has ended");
        }
        try {
            if (options.report().isPresent()) {
                refuseUnwritable(options.report().get());
            }
            if (options.recording().isPresent()) {
                refuseUnwritable(options.recording().get());
            }
            play(options, out);
        } finally {
            running.set(false);
        }
    }

    private void play(Options options, PrintStream out)
            throws BrokenPromiseException, IOException, BundleException, InterruptedException {
        Results results;
        try {
            results = new Demo(context, options, out).play();
        } catch (IOException | BundleException | RuntimeException e) {
            Report.write(options, Report.ofFailure(options, e));
            throw e;
        }
        if (options.recording().isPresent()) {
            return; // much of what is promised is not even tried
        }
        Report.write(options, Report.of(results));
        Summary.print(results, out);
        if (!results.broken().isEmpty()) {
            throw new BrokenPromiseException("promises broken: " + String.join("; ", results.broken()));
        }
    }

    private static void refuseUnwritable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IOException(file + " cannot be written: " + folder
                    + " is no folder that can be written to; create it, or name another file");
        }
    }
}
