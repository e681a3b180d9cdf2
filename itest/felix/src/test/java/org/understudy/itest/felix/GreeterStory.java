package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.osgi.framework.ServiceReference;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Greeter;
import org.understudy.swap.Candidate;
import org.understudy.swap.SwapResult;

/** A story with a resource made for it, named {@code greeter}, whose contract the story's own bundle exports. */
public abstract class GreeterStory extends Story {
    static final String GREETER = BundleFile.RESOURCE;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @ProbeBuilder
    public TestProbeBuilder exportingTheContract(TestProbeBuilder probe) {
        probe.setHeader("Export-Package", Greeting.class.getPackageName());
        return probe;
    }

    /** A version whose one component greets. */
    static BundleFile greeter(String version, String attributes, String scope) throws IOException {
        return BundleFile.version(version).with(Greeter.class).component("greeter", component(attributes, scope));
    }

    static BundleFile greeter(String version) throws IOException {
        return greeter(version, "modified='change'", "singleton");
    }

    static String component(String attributes, String scope) {
        return "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='itest.greeter'"
                + " activate='activate' deactivate='deactivate' " + attributes + ">"
                + "<implementation class='" + Greeter.class.getName() + "'/>"
                + "<service scope='" + scope + "'><provide interface='" + Greeting.class.getName() + "'/></service>"
                + "</scr:component>";
    }

    Path made(BundleFile bundle) throws IOException {
        return bundle.in(folder.getRoot().toPath());
    }

    /** Has the bundle on stage, even below what is there. */
    void bring(BundleFile bundle) throws IOException {
        SwapResult result = offer(bundle);
        assertTrue(result.toString(), result.flipped());
    }

    SwapResult offer(BundleFile bundle) throws IOException {
        return offer(GREETER, made(bundle));
    }

    SwapResult offer(String resource, Path file) {
        return manager().swap(resource, Candidate.file(file).allowingLower());
    }

    /** What the greeter says to somebody who looks it up for this one call. */
    Greeted greeted() {
        ServiceReference<Greeting> reference = context().getServiceReference(Greeting.class);
        Greeting greeting = context().getService(reference);
        try {
            return greeting.greet();
        } finally {
            context().ungetService(reference);
        }
    }

    void assertAnswers(String version) {
        assertEquals(version, greeted().version());
        assertEquals(version, manager().resource(GREETER).activeVersion().orElseThrow());
    }
}
