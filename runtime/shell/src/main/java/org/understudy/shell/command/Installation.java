package org.understudy.shell.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the launcher tells the bundles about the runtime they are in.
 *
 * @param property a framework property by its name, or {@code null}
 */
public record Installation(UnaryOperator<String> property) {
    /** The home folder; empty where the framework was not started by our launcher. */
    public Optional<Path> home() {
        return Optional.ofNullable(property.apply("understudy.home")).map(Path::of);
    }

    Optional<String> httpUrl() {
        return Optional.ofNullable(property.apply("understudy.http.url"));
    }

    Path log() {
        return home().map(home -> home.resolve("log").resolve("understudy.log"))
                .orElseThrow(() -> new CommandFailedException(
                        "log: this framework has no home folder; start it with `understudy start`"));
    }
}
