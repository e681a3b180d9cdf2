package org.understudy.itest.felix;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.workingDirectory;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/** The distribution as it is shipped, with Newsroom, as a framework for one story. Used outside the framework only. */
final class Shipped {
    private static final int HIGHEST_LEVEL = 5;
    private static final String INITIAL = "understudy.initial";

    private Shipped() {}

    /** The distribution's folder. */
    static Path distribution() {
        return Path.of(System.getProperty("understudy.dist")).toAbsolutePath().normalize();
    }

    /** All that is shipped for a start with Newsroom, in a fresh home, with deadlines that suit a test. */
    static Option[] framework(Class<?> story) throws IOException {
        Path newsroom = distribution().resolve("newsroom");
        Path home = freshHome(story.getSimpleName());
        copy(distribution().resolve("predictor/versions"), home.resolve("versions"));
        copy(newsroom.resolve("versions"), home.resolve("versions"));
        List<Option> options = new ArrayList<>(List.of(
                junitBundles(),
                exam("org.slf4j.api"), // Pax Exam's bundles want an older SLF4J than what is shipped
                exam("ch.qos.logback.core"),
                exam("ch.qos.logback.classic"),
                cleanCaches(true),
                workingDirectory(home.resolve("cache").toString()),
                frameworkStartLevel(HIGHEST_LEVEL),
                property("understudy.home", home.toString()),
                property("understudy.versions", home.resolve("versions").toString()),
                property("understudy.faulty", newsroom.resolve("faulty").toString()),
                property("understudy.swap.startDeadlineMillis", "4000"),
                property("understudy.swap.stopDeadlineMillis", "4000"),
                property("understudy.swap.pauseMillis", "0"),
                property("understudy.swap.bakeMillis", "0"),
                property("felix.cm.dir", home.resolve("config").toString()),
                property("felix.fileinstall.dir", home.resolve("conf").toString()),
                property("org.apache.felix.http.host", "127.0.0.1"),
                property("org.osgi.service.http.port", "0")));
        options.add(property(
                INITIAL,
                properties(distribution().resolve("predictor/predictor.properties"))
                                .getProperty(INITIAL) + ","
                        + properties(newsroom.resolve("newsroom.properties")).getProperty(INITIAL)));
        options.addAll(bundles(distribution().resolve("bundles")));
        options.addAll(bundles(newsroom.resolve("bundles")));
        return options.toArray(Option[]::new);
    }

    private static Option exam(String name) {
        return bundle("link:classpath:META-INF/links/" + name + ".link").startLevel(1);
    }

    private static Option property(String key, String value) {
        return frameworkProperty(key).value(value);
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Option> bundles(Path levels) throws IOException {
        try (Stream<Path> jars = Files.walk(levels)) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .<Option>map(jar -> bundle(jar.toUri().toString())
                            .startLevel(Integer.parseInt(
                                    jar.getParent().getFileName().toString())))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static Path freshHome(String name) throws IOException {
        Path home = Path.of(System.getProperty("understudy.homes"), name)
                .toAbsolutePath()
                .normalize();
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("cache"));
        return home;
    }
}
