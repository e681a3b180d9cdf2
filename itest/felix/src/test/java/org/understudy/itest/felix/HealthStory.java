package org.understudy.itest.felix;

import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.junit.After;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.BundleActivator;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Offering;
import org.understudy.itest.felix.part.Tended;
import org.understudy.swap.SwapResult;

/** A version that is not well does not come on stage, and one that falls ill before it has stood leaves it. */
public class HealthStory extends GreeterStory {
    private static final String API = "org.apache.felix.hc.api";

    /** With the Felix Health Check API, which is not shipped, and versions that have to stand. */
    @Override
    @Configuration
    public Option[] framework() throws IOException {
        Option[] more = {
            bundle(HealthCheck.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString())
                    .startLevel(1),
            frameworkProperty("understudy.swap.bakeMillis.volatile").value("600000")
        };
        return Stream.concat(Arrays.stream(super.framework()), Arrays.stream(more))
                .toArray(Option[]::new);
    }

    @After
    public void beWellAgain() {
        System.clearProperty(Tended.STATE + NEW);
    }

    private static void is(String state) {
        System.setProperty(Tended.STATE + NEW, state);
    }

    private BundleFile tended(String version, Class<? extends BundleActivator> activator) throws IOException {
        return BundleFile.version(resource, version)
                .header(
                        "Import-Package",
                        "org.osgi.framework,org.understudy.resource," + API + "," + Greeting.class.getPackageName())
                .with(Tended.class, Offering.class, Offering.Good.class)
                .activator(activator);
    }

    @Test
    public void aCriticalFelixCheckKeepsAVersionOffStage() throws Exception {
        bring(tended(OLD, Tended.ByFelix.class));
        is("CRITICAL");

        assertRefused(offer(tended(NEW, Tended.ByFelix.class)), "kettle", "CRITICAL the kettle is cold");
        assertAnswers(OLD);
    }

    @Test
    public void aCheckOfOurOwnKeepsAVersionOffStage() throws Exception {
        bring(tended(OLD, Tended.ByOwn.class));
        is("FAIL");

        assertRefused(offer(tended(NEW, Tended.ByOwn.class)), "kettle", "the kettle is cold");
        assertAnswers(OLD);
    }

    @Test
    public void aWarningIsSaidAndNobodyElseSeesTheCheck() throws Exception {
        bring(tended(OLD, Tended.ByFelix.class));
        is("WARN");

        SwapResult result = offer(tended(NEW, Tended.ByFelix.class));

        assertTrue(result.toString(), result.flipped());
        assertTrue(result.reason(), result.reason().contains("the kettle is cold"));
        assertNull(context().getServiceReference(HealthCheck.class));
        assertNull(context().getServiceReference(org.understudy.resource.HealthCheck.class));
    }

    @Test
    public void aVersionThatFallsIllIsTakenBack() throws Exception {
        bring(tended(OLD, Tended.ByOwn.class));
        bring(tended(NEW, Tended.ByFelix.class));
        assertAnswers(NEW);

        is("HEALTH_CHECK_ERROR");

        Await.until(
                () -> manager().swaps(3).toString(), () -> greeted().version().equals(OLD));
    }

    @Test
    public void aMetricThatMakesNoSenseIsRefused() throws Exception {
        BundleFile version = greeter(OLD)
                .header(
                        "Provide-Capability",
                        "org.understudy.resource;org.understudy.resource=\"" + resource
                                + "\";criticality=VOLATILE;metrics:List<String>=\"Metric:{name=queue\\, direction=DECREASE\\, allowedEffect=3.0}\"");

        assertRefused(offer(version), "metric queue", "cannot fall by 300 %", "allow less than 1");
    }
}
