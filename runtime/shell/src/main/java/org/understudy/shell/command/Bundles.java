package org.understudy.shell.command;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** The framework's bundles as they are typed: by id, or by symbolic name where that is clear. */
public final class Bundles {
    private final BundleContext context;

    /**
     * Sees what the given context sees.
     *
     * @param context that of the system bundle, so that no bundle is hidden
     */
    public Bundles(BundleContext context) {
        this.context = context;
    }

    /** The context it looks through. */
    BundleContext context() {
        return context;
    }

    /** What can be typed for a bundle: the symbolic names. */
    public List<String> names() {
        return Arrays.stream(context.getBundles())
                .map(Bundle::getSymbolicName)
                .filter(name -> name != null)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The bundle that is meant, if there is one.
     *
     * @throws CommandFailedException if several are
     */
    public Optional<Bundle> find(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            try {
                return Optional.ofNullable(context.getBundle(Long.parseLong(word)));
            } catch (NumberFormatException tooLong) {
                return Optional.empty();
            }
        }
        List<Bundle> named = Arrays.stream(context.getBundles())
                .filter(bundle -> word.equals(bundle.getSymbolicName()))
                .toList();
        if (named.size() > 1) {
            String ids = named.stream()
                    .map(bundle -> bundle.getBundleId() + " (" + bundle.getVersion() + ")")
                    .collect(Collectors.joining(", "));
            throw new CommandFailedException(
                    "there are several bundles '" + word + "': " + ids + "; name the one you mean by its id");
        }
        return named.stream().findFirst();
    }

    /**
     * The bundle that is meant.
     *
     * @throws CommandFailedException if there is none
     */
    Bundle get(String word) {
        return find(word)
                .orElseThrow(() -> new CommandFailedException(
                        "there is no bundle '" + word + "': neither an id nor a symbolic name; `lb` lists them"));
    }

    List<Bundle> get(List<String> words) {
        List<Bundle> bundles = new ArrayList<>();
        words.forEach(word -> bundles.add(get(word)));
        return bundles;
    }

    /** Installs a file under its {@code file:} URL; a bundle that has this location already is handed back. */
    Bundle install(String word, Output output) {
        Path file = Wanted.file(word, output);
        String location = file.toUri().toString();
        try (InputStream bytes = open(file)) {
            return context.installBundle(location, bytes);
        } catch (BundleException | IOException e) {
            throw failure(file + " was not installed", e);
        }
    }

    /** Opens a file so that an interrupted command still reads it to its end: half a bundle helps nobody. */
    static InputStream open(Path file) throws FileNotFoundException {
        return new FileInputStream(file.toFile());
    }

    /** The framework's text about a bundle and a failure with its cause, which the framework's message leaves out. */
    static CommandFailedException failure(String what, Exception failure) {
        String message = String.valueOf(failure.getMessage());
        Throwable cause = failure.getCause();
        String detail = cause == null || message.contains(String.valueOf(cause.getMessage())) ? "" : "; " + cause;
        return new CommandFailedException(what + ": " + message + detail, failure);
    }

    static String describe(Bundle bundle) {
        String name = bundle.getSymbolicName() == null ? bundle.getLocation() : bundle.getSymbolicName();
        return name + " " + bundle.getVersion() + " [" + bundle.getBundleId() + "]";
    }

    /** From where a bundle would be updated. */
    static String updateLocation(Bundle bundle) {
        String location = bundle.getHeaders("").get(Constants.BUNDLE_UPDATELOCATION);
        return location == null ? bundle.getLocation() : location;
    }
}
