package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.junit.After;
import org.junit.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.swap.SwapResult;

/** A configuration is one for both versions of a resource, and a version that cannot live with it stays outside. */
public class ConfigurationStory extends GreeterStory {
    @After
    public void forgetTheConfiguration() throws IOException {
        configuration().delete();
    }

    @Test
    public void aChangeReachesTheActiveVersionAndTheWayBack() throws Exception {
        bring(greeter(OLD));
        configure("moin");
        bring(greeter(NEW));
        awaitWord("moin");

        configure("servus");

        awaitWord("servus");
        manager().rollback(resource);
        assertAnswers(OLD);
        awaitWord("servus");
    }

    @Test
    public void aConfigurationBoundToNobodyIsWidenedToBothSlots() throws Exception {
        bring(greeter(OLD));
        bring(greeter(NEW));

        configure("moin");

        awaitWord("moin");
        assertEquals("?", configuration().getBundleLocation());
    }

    @Test
    public void aConfigurationThatWasThereBeforeTheResourceReachesIt() throws Exception {
        configure("moin");

        bring(greeter(OLD));
        bring(greeter(NEW));

        awaitWord("moin");
        assertEquals("?", configuration().getBundleLocation());
    }

    @Test
    public void changesUnderCallersFailNoCall() throws Exception {
        changesFailNoCall("modified='change'");
    }

    @Test
    public void changesUnderCallersFailNoCallEvenWhereTheComponentIsMadeAnew() throws Exception {
        changesFailNoCall("");
    }

    @Test
    public void aVersionThatCannotLiveWithTheConfigurationIsRefusedAndTheRunningOneStays() throws Exception {
        bring(greeter(OLD));
        configure("bad"); // which the first version can live with
        awaitWord("bad");
        Greeting kept = keptGreeting();
        try (Caller keeper = Caller.of("kept greeting", () -> kept.greet().version())) {
            keeper.expects(OLD);

            SwapResult result = offer(greeter("1.2.0"));

            assertTrue(result.toString(), result instanceof SwapResult.Refused);
            assertTrue(result.reason(), result.reason().contains(resource));
            assertTrue(result.reason(), result.reason().contains("'bad' is no word of 1.2.0"));
            keeper.awaitCalls(100);
        }
        assertAnswers(OLD);
    }

    @Test
    public void anActiveVersionThatCannotLiveWithAChangeGivesWayToTheWayBack() throws Exception {
        bring(greeter(OLD, "", "singleton"));
        bring(greeter("1.3.0", "", "singleton"));

        configure("bad");

        Await.until(() -> manager().resource(resource).toString(), () -> {
            String note = manager().resource(resource).note();
            return note.contains("1.3.0")
                    && note.contains(OLD)
                    && OLD.equals(greeted().version());
        });
        assertEquals("bad", greeted().word());
        assertAnswers(OLD);
    }

    private void changesFailNoCall(String attributes) throws IOException {
        bring(greeter(OLD, attributes, "singleton"));
        bring(greeter(NEW, attributes, "singleton"));
        Greeting kept = keptGreeting();
        try (Caller keeper = Caller.of("kept greeting", () -> kept.greet().version())) {
            keeper.expects(NEW);
            for (int change = 0; change < 5; change++) {
                configure("word" + change);
                awaitWord("word" + change);
                keeper.awaitCalls(20);
            }
        }
    }

    private void configure(String word) throws IOException {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("word", word));
        configuration().update(properties);
    }

    private Configuration configuration() throws IOException {
        ConfigurationAdmin admin = context().getService(context().getServiceReference(ConfigurationAdmin.class));
        return admin.getConfiguration(resource, null);
    }

    private void awaitWord(String word) {
        Await.until(
                () -> "the word is " + word + ", not " + greeted(),
                () -> word.equals(greeted().word()));
    }
}
