package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Greeter;
import org.understudy.swap.Candidate;
import org.understudy.swap.SwapResult;

/** A story in which each method has a resource made for it, whose contract the story's own bundle exports. */
public abstract class GreeterStory extends Story {
    private static final AtomicInteger RESOURCES = new AtomicInteger();

    /** The resource of this method, which is also the name of its component and of its configuration. */
    final String resource = "greeter-" + RESOURCES.incrementAndGet();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @ProbeBuilder
    public TestProbeBuilder exportingTheContract(TestProbeBuilder probe) {
        probe.setHeader("Export-Package", Greeting.class.getPackageName());
        return probe;
    }

    /** A version whose one component greets. */
    BundleFile greeter(String version, String attributes, String scope) throws IOException {
        return BundleFile.version(resource, version)
                .with(Greeter.class)
                .component(resource, component(attributes, scope));
    }

    BundleFile greeter(String version) throws IOException {
        return greeter(version, "modified='change'", "singleton");
    }

    String component(String attributes, String scope) {
        return "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='" + resource + "'"
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
        return offer(resource, made(bundle));
    }

    SwapResult offer(String name, Path file) {
        return manager().swap(name, Candidate.file(file).allowingLower());
    }

    static void assertRefused(SwapResult result, String... words) {
        assertEquals(result.toString(), "refused", result.outcome());
        for (String word : List.of(words)) {
            assertTrue("'" + word + "' in: " + result.reason(), result.reason().contains(word));
        }
    }

    ServiceReference<Greeting> handle() {
        try {
            return context().getServiceReferences(Greeting.class, "(understudy.resource=" + resource + ")").stream()
                    .findFirst()
                    .orElseThrow();
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** A reference as a careless consumer keeps it. */
    Greeting keptGreeting() {
        return context().getService(handle());
    }

    /** What the greeter says to somebody who looks it up for this one call. */
    Greeted greeted() {
        ServiceReference<Greeting> reference = handle();
        Greeting greeting = context().getService(reference);
        try {
            return greeting.greet();
        } finally {
            context().ungetService(reference);
        }
    }

    void assertAnswers(String version) {
        assertEquals(version, greeted().version());
        assertEquals(version, manager().resource(resource).activeVersion().orElseThrow());
    }
}
