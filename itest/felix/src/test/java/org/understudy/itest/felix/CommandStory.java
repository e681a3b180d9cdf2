package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.understudy.itest.felix.part.Commanding;
import org.understudy.swap.Candidate;

/** Commands at the shell are swapped while they are given. */
public class CommandStory extends GreeterStory {
    private static final int FLIPS = 100;

    private ServiceReference<CommandProcessor> reference;
    private CommandProcessor processor;

    @Before
    public void open() {
        reference = context().getServiceReference(CommandProcessor.class);
        processor = context().getService(reference);
    }

    @After
    public void close() {
        context().ungetService(reference);
    }

    private BundleFile commands(String version) throws IOException {
        return BundleFile.version(resource, version)
                .header("Import-Package", "org.osgi.framework")
                .activator(Commanding.class);
    }

    private String command(String words) throws Exception {
        try (CommandSession session = processor.createSession(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new ByteArrayOutputStream())) {
            return String.valueOf(session.execute(Commanding.scope("itest." + resource) + ":" + words));
        }
    }

    @Test
    public void commandsAreAnsweredByTheVersionOnStageOverManyFlips() throws Exception {
        bring(commands(NEW));
        bring(commands(OLD));
        Caller caller = Caller.of("gives commands", () -> command("version"));
        try {
            for (int i = 0; i < FLIPS; i++) {
                String next = i % 2 == 0 ? NEW : OLD;
                caller.expects(null);
                assertEquals(
                        "swapped",
                        manager()
                                .swap(resource, Candidate.version(next).allowingLower())
                                .outcome());
                caller.expects(next);
                caller.awaitCalls(2);
            }
            caller.assertAllAnswered();
        } finally {
            caller.close();
        }
    }

    @Test
    public void argumentsAreMadeToFitByTheShell() throws Exception {
        bring(commands(OLD));

        assertEquals("page7", command("join page 7"));
        assertThrows(IllegalArgumentException.class, () -> command("join page"));
    }

    @Test
    public void aCommandThatIsHeldInASessionFollowsTheFlip() throws Exception {
        bring(commands(OLD));
        try (CommandSession session = processor.createSession(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new ByteArrayOutputStream())) {
            String word = Commanding.scope("itest." + resource) + ":version";
            session.execute("held = { " + word + " }");
            assertEquals(OLD, session.execute("held"));

            bring(commands(NEW));

            assertEquals(NEW, session.execute("held"));
        }
    }
}
