package org.understudy.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Gogo's commands for the life cycle of bundles, as it calls them, with two differences: what fails throws, where
 * Gogo's return a text, and only files are taken, no other URLs.
 *
 * @param usage how it is called
 * @param action what it does
 */
record BundleCommand(Usage usage, Action action) implements Command {
    private static final Usage.Option TRANSIENT = new Usage.Option("-t", "", "does not outlast a restart");
    private static final Usage.Option POLICY = new Usage.Option("-p", "", "with the activation policy it declares");

    interface Action {
        void run(Arguments arguments, Output output) throws Exception;
    }

    @Override
    public void run(Arguments arguments, Output output) throws Exception {
        Unbroken.run(usage.name(), output, () -> {
            action.run(arguments, output);
            return null;
        });
    }

    /** All of them. */
    static List<Command> all(Bundles bundles) {
        Refresh refresh = new Refresh(bundles);
        return List.of(
                new BundleCommand(
                        Usage.of("install", "installs bundles from files").needsMany("FILE", Usage.Kind.FILE),
                        (arguments, output) -> install(bundles, arguments, output)),
                new BundleCommand(
                        Usage.of("start", "starts bundles, installing those named by a file")
                                .needsMany("BUNDLE|FILE", Usage.Kind.BUNDLE, Usage.Kind.FILE)
                                .with(TRANSIENT)
                                .with(POLICY),
                        (arguments, output) -> start(bundles, arguments, output)),
                new BundleCommand(
                        Usage.of("stop", "stops bundles; bundle 0 is the runtime itself")
                                .needsMany("BUNDLE", Usage.Kind.BUNDLE)
                                .with(TRANSIENT),
                        (arguments, output) -> stop(bundles, arguments)),
                new BundleCommand(
                        Usage.of("update", "updates a bundle from a file, or from where it came from")
                                .needs("BUNDLE", Usage.Kind.BUNDLE)
                                .takes("FILE", Usage.Kind.FILE),
                        (arguments, output) -> update(bundles, arguments, output)),
                new BundleCommand(
                        Usage.of("uninstall", "uninstalls bundles").needsMany("BUNDLE", Usage.Kind.BUNDLE),
                        (arguments, output) -> uninstall(bundles, arguments)),
                new BundleCommand(
                        Usage.of("refresh", "rewires bundles, or all that wait for it, and waits until that is done")
                                .takesMany("BUNDLE", Usage.Kind.BUNDLE),
                        (arguments, output) -> refresh.run(arguments)),
                new BundleCommand(
                        Usage.of("resolve", "resolves bundles, or all").takesMany("BUNDLE", Usage.Kind.BUNDLE),
                        (arguments, output) -> resolve(bundles, arguments)));
    }

    private static void install(Bundles bundles, Arguments arguments, Output output) {
        List<String> ids = new ArrayList<>();
        for (String word : arguments.words()) {
            ids.add(Long.toString(bundles.install(word, output).getBundleId()));
        }
        output.line((ids.size() == 1 ? "Bundle ID: " : "Bundle IDs: ") + String.join(", ", ids));
    }

    private static void start(Bundles bundles, Arguments arguments, Output output) {
        int options = (arguments.has("-t") ? Bundle.START_TRANSIENT : 0)
                | (arguments.has("-p") ? Bundle.START_ACTIVATION_POLICY : 0);
        for (String word : arguments.words()) {
            Bundle bundle = bundles.find(word).orElseGet(() -> startedFromFile(bundles, word, output));
            try {
                bundle.start(options);
            } catch (BundleException | IllegalStateException e) {
                throw Bundles.failure(Bundles.describe(bundle) + " did not start", e);
            }
        }
    }

    private static Bundle startedFromFile(Bundles bundles, String word, Output output) {
        return Wanted.looksLikeFile(word, output) ? bundles.install(word, output) : bundles.get(word);
    }

    private static void stop(Bundles bundles, Arguments arguments) {
        for (Bundle bundle : bundles.get(arguments.words())) {
            try {
                bundle.stop(arguments.has("-t") ? Bundle.STOP_TRANSIENT : 0);
            } catch (BundleException | IllegalStateException e) {
                throw Bundles.failure(Bundles.describe(bundle) + " did not stop cleanly", e);
            }
        }
    }

    private static void update(Bundles bundles, Arguments arguments, Output output) {
        Bundle bundle = bundles.get(arguments.word(0));
        String source = arguments.find(1).orElseGet(() -> Bundles.updateLocation(bundle));
        Path file;
        try {
            file = Wanted.file(source, output);
        } catch (CommandFailedException e) {
            throw arguments.find(1).isPresent()
                    ? e
                    : new CommandFailedException(
                            Bundles.describe(bundle) + " comes from " + e.getMessage() + "; name one: `update "
                                    + bundle.getBundleId() + " FILE`",
                            e);
        }
        try (InputStream bytes = Bundles.open(file)) {
            bundle.update(bytes);
        } catch (BundleException | IllegalStateException | IOException e) {
            throw Bundles.failure(Bundles.describe(bundle) + " was not updated cleanly", e);
        }
    }

    private static void uninstall(Bundles bundles, Arguments arguments) {
        for (Bundle bundle : bundles.get(arguments.words())) {
            try {
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                throw Bundles.failure(Bundles.describe(bundle) + " was not uninstalled", e);
            }
        }
    }

    private static void resolve(Bundles bundles, Arguments arguments) {
        List<Bundle> wanted = bundles.get(arguments.words());
        FrameworkWiring wiring = bundles.context().getBundle().adapt(FrameworkWiring.class);
        if (!wiring.resolveBundles(wanted.isEmpty() ? null : wanted)) {
            String what = wanted.isEmpty() ? "not all bundles" : "not all of " + String.join(", ", arguments.words());
            throw new CommandFailedException(what + " could be resolved; `start ID` says what one of them misses");
        }
    }
}
