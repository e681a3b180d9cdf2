package org.understudy.shell;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.understudy.attach.Frame;
import org.understudy.predict.Predictor;
import org.understudy.predict.Privacy;
import org.understudy.resource.Criticality;
import org.understudy.swap.SwapManager;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ShellInFrameworkTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FakeSwapManager manager = new FakeSwapManager()
            .with("store", Criticality.CRITICAL, "1.0.0")
            .with("theme", Criticality.VOLATILE, "1.0.0");
    private RunningFramework framework;
    private ServiceRegistration<SwapManager> registration;

    @BeforeAll
    void start() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        framework = new RunningFramework();
        registration = framework.context().registerService(SwapManager.class, manager, null);
        await().until(() -> ran("resources").status() == 0);
    }

    @AfterAll
    void stop() throws Exception {
        framework.stop();
        Awaitility.reset();
    }

    private record Ran(int status, String out, String err) {}

    private Ran ran(String line) throws IOException, InterruptedException {
        try (AttachClient client = framework.attach().command(line)) {
            Integer status = client.status();
            assertNotNull(status, client.err());
            return new Ran(status, client.out(), client.err());
        }
    }

    @Test
    void theLauncherFindsBothWaysInUnderTypesOfTheJdk() throws InvalidSyntaxException {
        for (String role : new String[] {"script", "interactive"}) {
            var found = framework.context().getServiceReferences(ToIntFunction.class, "(understudy.role=" + role + ")");
            assertEquals(1, found.size(), role);
        }
    }

    @Test
    void anAttachedCommandHasItsOutputAndStatus() throws Exception {
        Ran ran = ran("resources --json");

        assertEquals(0, ran.status(), ran.err());
        JsonNode resources = MAPPER.readTree(ran.out());
        assertEquals(1, ran.out().lines().count());
        assertEquals("store", resources.get(0).get("name").textValue());
        assertEquals("critical", resources.get(0).get("criticality").textValue());
        assertTrue(resources.get(0).get("wayBack").isNull());
    }

    @Test
    void anAttachedCommandThatFailsSaysWhyOnStandardError() throws Exception {
        Ran ran = ran("swap nothing 1.0.0");

        assertEquals(1, ran.status());
        assertEquals("", ran.out());
        assertEquals(
                "there is no resource 'nothing'; known: store, theme", ran.err().strip());
    }

    @Test
    void withoutASwapManagerTheCommandsSayThatItIsNotThere() throws Exception {
        registration.unregister();
        try {
            Ran ran = ran("resources");

            assertEquals(1, ran.status());
            assertTrue(ran.err().contains("the swap-manager is not running"), ran.err());
            assertEquals(0, ran("status").status());
        } finally {
            registration = framework.context().registerService(SwapManager.class, manager, null);
        }
    }

    @Test
    void withoutAPredictorItsCommandsSayThatItIsNotThereAndWithOneTheyAnswer() throws Exception {
        for (String line :
                new String[] {"predict", "why-likely theme", "usage", "privacy --off", "privacy", "forget ada"}) {
            Ran ran = ran(line);

            assertEquals(1, ran.status(), line);
            assertTrue(ran.err().startsWith("the predictor is not running: "), ran.err());
        }

        FakePrivacy privacy = new FakePrivacy();
        var predictorThere = framework.context().registerService(Predictor.class, new FakePredictor(), null);
        var privacyThere = framework.context().registerService(Privacy.class, privacy, null);
        try {
            privacy.known.add("ada");

            assertTrue(ran("predict").out().contains("says blend"));
            assertTrue(ran("why-likely theme").out().contains("at this hour"));
            assertTrue(ran("forget ada").out().contains("is forgotten"));
        } finally {
            predictorThere.unregister();
            privacyThere.unregister();
        }
        assertEquals(1, ran("usage").status());
    }

    @Test
    void theHistoryKeepsNoLineThatNamesAUser() throws Exception {
        try (AttachClient client = framework.attach().shell(80, 24, "xterm")) {
            await().until(() -> client.out().contains("understudy>"));
            client.type("forget somebody\r");
            client.type("privacy --export somebody\r");
            client.type("understudy:predict --user somebody\r");
            client.type("lb history\r");
            client.type("exit\r");
            client.status();
        }

        String history = Files.readString(framework.home.resolve("shell.history"));
        assertTrue(history.contains("lb history"), history);
        assertFalse(history.contains("somebody"), history);
    }

    @Test
    void gogosOwnCommandsWork() throws Exception {
        assertTrue(ran("lb shell").out().contains("Understudy shell"));
        assertTrue(ran("headers org.understudy.shell").out().contains("Bundle-SymbolicName = org.understudy.shell"));
        assertTrue(ran("bundlelevel 0").out().contains("level"));
    }

    @Test
    void aUrlThatIsNoFileIsRefusedInEveryScope() throws Exception {
        for (String line : new String[] {
            "install http://example.org/x.jar",
            "felix:install http://example.org/x.jar",
            "felix:start http://example.org/x.jar",
            "start https://example.org/x.jar",
            "update org.understudy.shell http://example.org/x.jar",
            "felix:update 1 mvn:g/a/1",
            "swap theme http://example.org/x.jar"
        }) {
            Ran ran = ran(line);

            assertEquals(1, ran.status(), line);
            assertTrue(ran.err().contains("only files until verified delivery exists"), line + ": " + ran.err());
        }
    }

    @Test
    void aBundleThatCannotStartFailsTheCommandWithTheReason() throws Exception {
        Path jar = TestBundle.requiring("org.example.missing", framework.home.resolve("missing.jar"));

        Ran installed = ran("install " + jar);
        Ran started = ran("start org.example.test");
        Ran resolved = ran("resolve org.example.test");
        Ran gone = ran("uninstall org.example.test");

        assertTrue(installed.out().startsWith("Bundle ID: "), installed.err());
        assertEquals(1, started.status());
        assertTrue(started.err().contains("org.example.missing"), started.err());
        assertEquals(1, resolved.status());
        assertEquals(0, gone.status(), gone.err());
    }

    @Test
    void aBundleIsInstalledStartedUpdatedAndRefreshedFromPathsAndFileUrls() throws Exception {
        Path jar = TestBundle.plain(framework.home.resolve("plain.jar"));

        assertEquals(0, ran("start " + jar.toUri()).status());
        assertEquals(0, ran("update org.example.test " + jar).status());
        assertEquals(0, ran("update org.example.test").status());
        assertEquals(0, ran("refresh org.example.test").status());
        assertEquals(0, ran("stop -t org.example.test").status());
        assertEquals(0, ran("uninstall org.example.test").status());
        assertTrue(ran("start org.example.test").err().contains("there is no bundle"));
        assertTrue(ran("install /no/such.jar").err().contains("no such file"));
    }

    /** The race: the shell's bundle stops, and ends all sessions, on behalf of one of them. */
    @Test
    void theShellCanRestartItself() throws Exception {
        Path jar = TestBundle.of(Path.of("target/classes"), framework.home.resolve("shell.jar"));
        try (AttachClient client = framework.attach().command("update org.understudy.shell " + jar)) {
            client.status();
        }

        await().ignoreExceptions().until(() -> ran("resources").status() == 0);
    }

    @Test
    void outputIsColouredOnlyWhereSomebodyLooks() throws Exception {
        assertFalse(ran("resources").out().contains("\u001b"));
        try (AttachClient client = framework.attach().window(80, 24).command("resources")) {
            assertEquals(0, client.status());
            assertTrue(client.out().contains("\u001b["), client.out());
        }
    }

    @Test
    void anInteractiveSessionCompletesRunsAndLeaves() throws Exception {
        try (AttachClient client = framework.attach().shell(100, 30, "xterm")) {
            await().until(() -> client.out().contains("understudy>"));

            client.type("rollb\t");
            await().until(() -> client.out().contains("rollback"));
            client.type("the\t");
            await().until(() -> client.out().contains("theme"));
            client.type("\u0003");
            // As a person would: JLine reads no further before it has given the line up.
            await().until(() -> client.out().split("understudy>", -1).length > 2);
            client.type("swap nothing 1.0.0\r");
            await().until(() -> client.out().contains("there is no resource 'nothing'"));
            client.type("exit 3\r");

            assertEquals(3, client.status());
        }
    }

    @Test
    void versionsAndOptionsCompleteToo() throws Exception {
        try (AttachClient client = framework.attach().shell(100, 30, "xterm")) {
            await().until(() -> client.out().contains("understudy>"));

            client.type("swap store 1.1\t");
            await().until(() -> client.out().contains("1.1.0"));
            client.type(" --allow-low\t");
            await().until(() -> client.out().contains("--allow-lower"));
        }
    }

    @Test
    void aClientWithoutATerminalSpeaksInPlainLines() throws Exception {
        try (AttachClient client = framework.attach().shell(0, 0, "dumb")) {
            client.type("nonsense\nslots theme --json\n").send(Frame.Kind.STDIN_END);

            assertEquals(0, client.status());
            assertTrue(client.out().startsWith("[{"), client.out());
            assertTrue(client.err().contains("Command not found: nonsense"), client.err());
        }
    }

    @Test
    void controlDLeavesAnAttachedSession() throws Exception {
        try (AttachClient client = framework.attach().shell(80, 24, "xterm")) {
            await().until(() -> client.out().contains("understudy>"));

            client.type("\u0004");

            assertEquals(0, client.status());
        }
    }

    @Test
    void controlCEndsWhatRunsAndTheSessionGoesOn() throws Exception {
        Path log = Files.createDirectories(framework.home.resolve("log")).resolve("understudy.log");
        Files.writeString(log, "one\ntwo\n");
        try (AttachClient client = framework.attach().shell(80, 24, "xterm")) {
            await().until(() -> client.out().contains("understudy>"));
            client.type("log -f\r");
            await().until(() -> client.out().contains("two"));

            client.type("\u0003");
            await().until(() -> client.out().split("understudy>", -1).length > 2);
            client.type("echo-nothing\r");

            await().until(() -> client.out().contains("Command not found: echo-nothing"));
            client.type("exit\r");
            assertEquals(0, client.status());
        }
    }

    @Test
    void aClientThatGoesEndsWhatItStarted() throws Exception {
        Path log = Files.createDirectories(framework.home.resolve("log")).resolve("understudy.log");
        Files.writeString(log, "one\n");
        try (AttachClient client = framework.attach().command("log -f")) {
            await().until(() -> client.out().contains("one"));
        }

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains("log -f")));
    }

    @Test
    void aFrameThatAClientMustNotSendEndsTheConnectionOnly() throws Exception {
        try (AttachClient client = framework.attach().send(Frame.Kind.EXIT)) {
            client.status();
        }

        assertEquals(0, ran("resources").status());
    }
}
