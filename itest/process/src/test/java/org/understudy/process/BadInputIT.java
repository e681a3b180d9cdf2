package org.understudy.process;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputIT {
    @TempDir
    Path folder;

    private Path conf;
    private Understudy understudy;

    @BeforeEach
    void aHomeWithAConfiguration() throws IOException {
        Path home = folder.resolve("home");
        conf = Files.createDirectories(home.resolve("conf"));
        understudy = Understudy.on(home);
    }

    @Test
    void aWordThatIsNoCommandIsNamed() throws Exception {
        understudy.run("dance").failed(2, "unknown command 'dance'");
        understudy.run("start", "--colour").failed(2, "'--colour'");
    }

    @Test
    void aTakenPortIsToldBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            understudy
                    .run("start", "--daemon", "--port", Integer.toString(other.getLocalPort()))
                    .failed(1, "port " + other.getLocalPort(), "--port");
        }
    }

    @Test
    void aMalformedFileIsToldByFileLineAndReason() throws Exception {
        Path properties = Files.writeString(conf.resolve("understudy.properties"), "# fine\nunderstudy.log.files\n");
        understudy.run("start", "--daemon").failed(1, properties + ", line 2: no '='");
        Files.delete(properties);

        Path cfg = Files.writeString(conf.resolve("some.pid.cfg"), "path=C:\\users\n");
        understudy.run("start", "--daemon").failed(1, cfg + ", line 1: a \\u");
        Files.delete(cfg);

        Path options = Files.writeString(conf.resolve("jvm.options"), "-Xmx192m\n-XX:+NoSuchOption\n");
        understudy.run("start", "--daemon").failed(1, options + ", line 2", "NoSuchOption");

        assertFalse(Files.exists(understudy.home().resolve("run.json")));
    }

    @Test
    void aBundleThatIsMissingIsMissedByName() throws Exception {
        Path dist = folder.resolve("dist");
        copy(Path.of(System.getProperty("understudy.dist")), dist);
        Path command = Files.copy(Path.of(System.getProperty("understudy.command")), dist.resolve("understudy"));
        try (Stream<Path> bundles = Files.list(dist.resolve("bundles/2"))) {
            Files.delete(bundles.filter(jar -> jar.getFileName().toString().startsWith("commons-io"))
                    .findFirst()
                    .orElseThrow());
        }

        Understudy.of(command, understudy.home())
                .run("start", "--daemon")
                .failed(
                        1,
                        "org.apache.felix.http.jetty12",
                        "is not resolved",
                        "osgi.wiring.package=org.apache.commons.io");

        assertFalse(understudy.isRunning());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
