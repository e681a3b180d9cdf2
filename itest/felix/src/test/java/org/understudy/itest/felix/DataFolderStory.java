package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Keeper;
import org.understudy.resource.DataFolder;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapPlan;
import org.understudy.swap.SwapResult;

/** A resource keeps its files through every swap, and nobody is given those of another. */
public class DataFolderStory extends GreeterStory {
    @Test
    public void filesStayThroughSwapsBothWays() throws Exception {
        bring(keeper(OLD));
        assertEquals("1.0.0", greeted().word());

        bring(keeper(NEW));
        assertEquals("1.0.0 1.1.0", greeted().word());

        manager().rollback(resource);
        assertEquals("1.0.0 1.1.0 1.0.0", greeted().word());
        assertEquals(List.of("1.0.0", "1.1.0", "1.0.0"), Files.readAllLines(data().resolve("guests.txt")));
    }

    @Test
    public void aVersionWhoseFolderCannotBeWrittenIsRefusedByTheNameOfTheFolder() throws Exception {
        bring(greeter(OLD));
        Files.createDirectories(data().getParent());
        Files.writeString(data(), "in the way");
        try {
            SwapResult result = offer(keeper(NEW));

            assertEquals(result.toString(), "refused", result.outcome());
            for (String word : List.of(data().toString(), "cannot be written", "no folder")) {
                assertTrue(result.reason(), result.reason().contains(word));
            }
            assertAnswers(OLD);
        } finally {
            Files.delete(data());
        }
    }

    @Test
    public void aVersionThatAsksForNoFolderHasNone() throws Exception {
        bring(greeter(OLD));

        assertFalse(Files.exists(data()));
    }

    @Test
    public void nobodyButAResourceIsGivenAFolder() throws Exception {
        bring(keeper(OLD));

        assertNull(context().getServiceReference(DataFolder.class));
    }

    @Test
    public void aResourceTakesItsFolderFromNobodyElse() throws Exception {
        Path elsewhere = folder.newFolder("elsewhere").toPath();
        ServiceRegistration<DataFolder> stranger = context()
                .registerService(
                        DataFolder.class,
                        () -> elsewhere,
                        new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE)));
        try {
            bring(keeper(OLD));

            assertEquals("1.0.0", greeted().word());
            assertTrue(Files.exists(data().resolve("guests.txt")));
            assertFalse(Files.exists(elsewhere.resolve("guests.txt")));
        } finally {
            stranger.unregister();
        }
    }

    @Test
    public void aPlanNamesTheFilesThatTheNextVersionWouldNotFind() throws Exception {
        bring(greeter(OLD));
        assertEquals(List.of(), planned(greeter(NEW)).warnings());
        Files.writeString(active().getDataFile("notes.txt").toPath(), "left behind");

        List<String> warnings = planned(greeter(NEW)).warnings();

        assertEquals(warnings.toString(), 1, warnings.size());
        assertTrue(
                warnings.get(0),
                warnings.get(0).contains("1 file") && warnings.get(0).contains("DataFolder"));
        bring(greeter(NEW));
        assertEquals(List.of(), planned(greeter(OLD)).warnings());
    }

    @Test
    public void aCriticalResourceIsNotSwappedAwayFromItsFiles() throws Exception {
        bring(critical(greeter(OLD)));
        Path notes = active().getDataFile("notes.txt").toPath();
        Files.writeString(notes, "left behind");

        SwapResult result = offer(critical(greeter(NEW)));

        assertEquals(result.toString(), "refused", result.outcome());
        assertTrue(
                result.reason(),
                result.reason().contains("1 file") && result.reason().contains("DataFolder"));
        assertAnswers(OLD);
        Files.delete(notes);
        bring(critical(greeter(NEW)));
    }

    private SwapPlan planned(BundleFile bundle) throws IOException {
        return manager().plan(resource, Candidate.file(made(bundle)).allowingLower());
    }

    private BundleFile critical(BundleFile bundle) {
        return bundle.header(
                "Provide-Capability",
                "org.understudy.resource;org.understudy.resource=\"" + resource + "\";criticality=CRITICAL");
    }

    private Bundle active() {
        return manager().slots(resource).stream()
                .filter(SlotStatus::active)
                .map(slot -> context().getBundle(slot.bundleId()))
                .findFirst()
                .orElseThrow();
    }

    private BundleFile keeper(String version) throws IOException {
        return BundleFile.version(resource, version)
                .header(
                        "Import-Package",
                        "org.osgi.framework," + Greeting.class.getPackageName() + ","
                                + DataFolder.class.getPackageName())
                .with(Keeper.class)
                .component(
                        resource,
                        "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='" + resource
                                + "' activate='activate'><implementation class='" + Keeper.class.getName() + "'/>"
                                + "<service><provide interface='" + Greeting.class.getName() + "'/></service>"
                                + "<reference name='folder' bind='setFolder' interface='" + DataFolder.class.getName()
                                + "'/></scr:component>");
    }

    private Path data() {
        return Path.of(context().getProperty("understudy.home"), "data", resource);
    }
}
