package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.junit.BeforeClass;
import org.junit.Test;

/** The kinds of modules keep apart: read from the shipped manifests and the compiled classes. */
public class ArchitectureTest {
    private static final Set<String> APIS =
            Set.of("org.understudy.api", "org.understudy.dispatch", "org.understudy.newsroom.api");
    private static final List<String> ENGINES = List.of(
            "swap-manager/engine",
            "swap-manager/handles",
            "swap-manager/journal",
            "swap-manager/judge",
            "swap-manager/monitor",
            "predictor/usage",
            "predictor/model",
            "predictor/engine",
            "runtime/attach");

    /** What the manifest of one of our bundles says. */
    private record Manifested(String name, Set<String> exports, Set<String> imports, boolean resource) {}

    private static List<Manifested> ours;

    @BeforeClass
    public static void readManifests() throws IOException {
        try (Stream<Path> files = Files.walk(Shipped.distribution())) {
            ours = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getParent().endsWith("faulty")) // made to be wrong
                    .map(ArchitectureTest::read)
                    .flatMap(Optional::stream)
                    .toList();
        }
        assertFalse("bundles of ours in " + Shipped.distribution(), ours.isEmpty());
    }

    @Test
    public void nothingButApiBundlesExportsAnything() {
        assertEquals(
                List.of(),
                ours.stream()
                        .filter(bundle -> !APIS.contains(bundle.name()))
                        .filter(bundle -> !bundle.exports().isEmpty())
                        .toList());
    }

    @Test
    public void bundlesMeetThroughApiBundlesOnly() {
        Set<String> offered = ours.stream()
                .filter(bundle -> APIS.contains(bundle.name()))
                .flatMap(bundle -> bundle.exports().stream())
                .collect(Collectors.toSet());

        for (Manifested bundle : ours) {
            Set<String> others = bundle.imports().stream()
                    .filter(name -> name.startsWith("org.understudy."))
                    .filter(name -> !offered.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(bundle.name() + " imports what no API bundle exports", Set.of(), others);
        }
    }

    @Test
    public void versionsOfResourcesKnowNothingOfTheSwapManager() {
        List<Manifested> resources = ours.stream().filter(Manifested::resource).toList();

        assertFalse("resources are shipped", resources.isEmpty());
        for (Manifested bundle : resources) {
            assertFalse(bundle.toString(), bundle.imports().contains("org.understudy.swap"));
            assertFalse(bundle.toString(), bundle.imports().contains("org.understudy.dispatch"));
        }
    }

    @Test
    public void enginesKnowNothingOfOsgi() throws IOException {
        for (String module : ENGINES) {
            assertEquals(module, List.of(), classesThatMention(module, "org/osgi/"));
        }
    }

    @Test
    public void dispatchKnowsOsgiByItsAnnotationsOnly() throws IOException {
        assertEquals(List.of(), classesThatMention("swap-manager/dispatch", "org/osgi/framework/"));
        assertEquals(List.of(), classesThatMention("swap-manager/dispatch", "org/osgi/service/"));
        assertEquals(List.of(), classesThatMention("swap-manager/dispatch", "org/osgi/util/"));
    }

    /** Names of other classes stand in a class file as they are: a look for the letters finds each of them. */
    private static List<String> classesThatMention(String module, String letters) throws IOException {
        Path classes = Path.of(System.getProperty("understudy.sources"), module, "target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> compiled =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertFalse("compiled classes in " + classes, compiled.isEmpty());
            return compiled.stream()
                    .filter(file -> text(file).contains(letters))
                    .map(file -> classes.relativize(file).toString())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static Optional<Manifested> read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            var main = jar.getManifest().getMainAttributes();
            String name = main.getValue("Bundle-SymbolicName");
            if (name == null || !name.startsWith("org.understudy.")) {
                return Optional.empty();
            }
            return Optional.of(new Manifested(
                    name.split(";")[0].trim(),
                    names(main.getValue("Export-Package")),
                    names(main.getValue("Import-Package")),
                    names(main.getValue("Provide-Capability")).contains("org.understudy.resource")));
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static Set<String> names(String header) {
        return header == null
                ? Set.of()
                : Arrays.stream(Parser.parseHeader(header)).map(Clause::getName).collect(Collectors.toSet());
    }
}
