package org.understudy.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is shipped: the folder above the launcher's own jar. Nothing is ever written there. */
record Distribution(Path folder) {

    /** Found by where this code comes from, so that the current folder does not matter. */
    static Distribution ofThisCode() throws LaunchException {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Distribution(jar.toRealPath().getParent().getParent());
        } catch (URISyntaxException | IOException e) {
            throw LaunchException.failed("the launcher does not find its own folder: " + Reason.of(e), e);
        }
    }

    Path conf() {
        return folder.resolve("conf");
    }

    /** The sample application; its folder holds its bundles, versions and settings. */
    Path newsroom() {
        return folder.resolve("newsroom");
    }

    Path newsroomVersions() {
        return newsroom().resolve("versions");
    }

    Path newsroomFaulty() {
        return newsroom().resolve("faulty");
    }

    Path newsroomProperties() {
        return newsroom().resolve("newsroom.properties");
    }

    /** What the demo sets beside that. */
    Path demoProperties() {
        return newsroomProperties().resolveSibling("demo.properties");
    }

    /** The versions of the model that come along: every home has them. */
    Path predictorVersions() {
        return folder.resolve("predictor/versions");
    }

    /** What the predictor begins with. */
    Path predictorProperties() {
        return folder.resolve("predictor/predictor.properties");
    }

    /** The bundles of the runtime itself, by start level. */
    List<PlatformBundle> runtimeBundles() throws LaunchException {
        return bundles(folder.resolve("bundles"));
    }

    List<PlatformBundle> newsroomBundles() throws LaunchException {
        return bundles(newsroom().resolve("bundles"));
    }

    List<PlatformBundle> demoBundles() throws LaunchException {
        return bundles(folder.resolve("demo/bundles"));
    }

    private static List<PlatformBundle> bundles(Path folder) throws LaunchException {
        List<PlatformBundle> found = new ArrayList<>();
        try (Stream<Path> levels = Files.list(folder)) {
            for (Path level : levels.sorted().toList()) {
                for (Path jar : Home.files(level)) {
                    found.add(PlatformBundle.of(
                            Integer.parseInt(level.getFileName().toString()), jar));
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw LaunchException.failed(
                    "this installation is incomplete: " + Reason.of(e) + "; build or unpack it again", e);
        }
        found.sort(Comparator.comparingInt(PlatformBundle::startLevel));
        return found;
    }
}
