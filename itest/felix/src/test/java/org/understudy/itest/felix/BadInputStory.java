package org.understudy.itest.felix;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.Test;
import org.understudy.itest.felix.greeting.Farewell;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Greeter;
import org.understudy.itest.felix.part.Offering;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotState;
import org.understudy.swap.SwapResult;
import org.understudy.swap.UnknownResourceException;

/** What cannot come on stage is turned away with the thing, the reason and the way out, and the running one plays on. */
public class BadInputStory extends GreeterStory {
    @Test
    public void aBundleThatDoesNotResolveIsRefusedByTheNameOfWhatItLacks() throws Exception {
        refused(
                greeter(NEW).header("Import-Package", "org.nobody.has.this"),
                "does not resolve",
                "org.nobody.has.this");
    }

    @Test
    public void anActivatorThatThrowsIsRefusedWithWhatItSaid() throws Exception {
        refused(offering(NEW, Offering.Throwing.class), "the start of " + resource + " 1.1.0", "no mood for it");
    }

    @Test
    public void anActivatorThatIsNotThereIsRefusedByItsName() throws Exception {
        refused(greeter(NEW).header("Bundle-Activator", "org.nobody.Activator"), "org.nobody.Activator");
    }

    @Test
    public void anUnsatisfiedComponentIsRefusedByItsNameAndThatOfItsReference() throws Exception {
        String lonely = component("", "singleton")
                .replace(
                        "</scr:component>",
                        "<reference name='friend' target='(never=so)' interface='" + Farewell.class.getName()
                                + "'/></scr:component>");
        refused(
                BundleFile.version(resource, NEW).with(Greeter.class).component("lonely", lonely),
                "component " + resource,
                "reference friend",
                Farewell.class.getName());
    }

    @Test
    public void aComponentWithoutItsConfigurationIsRefusedByThePid() throws Exception {
        refused(
                greeter(NEW, "configuration-policy='require'", "singleton"),
                "requires a configuration for " + resource);
    }

    @Test
    public void anInterfaceThatIsNotPublicIsRefused() throws Exception {
        BundleFile bundle =
                offering(NEW, Offering.OfHidden.class).with(Class.forName(Offering.class.getName() + "$Hidden"));
        refused(bundle, Offering.class.getName() + "$Hidden", "public");
    }

    @Test
    public void aSealedInterfaceIsRefused() throws Exception {
        refused(offering(NEW, Offering.OfSealed.class), "Closed", "sealed");
    }

    @Test
    public void servicesThatNothingTellsApartAreRefused() throws Exception {
        bring(offering(OLD, Offering.Twins.class));

        assertRefused(offer(offering(NEW, Offering.Twins.class)), "more than one service", "understudy.id");
        assertAnswers(OLD);
    }

    @Test
    public void aDeclaredContractThatLostAnInterfaceIsRefused() throws Exception {
        String both = Greeting.class.getName() + "," + Farewell.class.getName();
        bring(offering(OLD, Offering.Two.class).resource(resource, both));

        assertRefused(
                offer(offering(NEW, Offering.Good.class).resource(resource, Greeting.class.getName())),
                Farewell.class.getName(),
                "keep it");
        assertAnswers(OLD);
    }

    @Test
    public void aServiceThatIsNoLongerOfferedIsRefusedEvenWhereNoContractIsDeclared() throws Exception {
        bring(offering(OLD, Offering.Two.class));

        assertRefused(offer(offering(NEW, Offering.Good.class)), Farewell.class.getName(), "must go on");
        assertAnswers(OLD);
    }

    @Test
    public void aVersionThatDoesNotOfferItsDeclaredContractIsRefused() throws Exception {
        String both = Greeting.class.getName() + "," + Farewell.class.getName();

        assertRefused(offer(offering(OLD, Offering.Good.class).resource(resource, both)), Farewell.class.getName());
    }

    @Test
    public void exportedPackagesAreRefused() throws Exception {
        refused(
                greeter(NEW).header("Export-Package", Greeter.class.getPackageName()),
                "exports packages",
                "API bundle");
    }

    @Test
    public void theSameVersionWithOtherContentIsRefused() throws Exception {
        refused(greeter(OLD).entry("more.txt", "more"), "other content", "new version");
    }

    @Test
    public void aLowerVersionIsRefusedUnlessItIsAskedFor() throws Exception {
        bring(greeter(NEW));
        Path lower = made(greeter(OLD));

        assertRefused(manager().swap(resource, Candidate.file(lower)), "lower than the active 1.1.0", "--allow-lower");
        assertAnswers(NEW);

        assertTrue(
                manager().swap(resource, Candidate.file(lower).allowingLower()).flipped());
    }

    @Test
    public void aBundleWithoutSymbolicNameIsRefused() throws Exception {
        refused(greeter(NEW).header("Bundle-SymbolicName", null), "Bundle-SymbolicName", "bnd");
    }

    @Test
    public void anotherSymbolicNameIsRefused() throws Exception {
        refused(greeter(NEW).header("Bundle-SymbolicName", "itest.stranger"), "itest.stranger", "share one");
    }

    @Test
    public void anotherResourceIsRefused() throws Exception {
        refused(greeter(NEW).resource("somebody-else", ""), "somebody-else", resource);
    }

    @Test
    public void aBundleThatIsNoResourceIsRefused() throws Exception {
        refused(greeter(NEW).header("Provide-Capability", null), "declares no resource", "@Resource");
    }

    @Test
    public void whatIsNoJarOrOnlyHalfOfOneIsRefused() throws Exception {
        bring(greeter(OLD));
        Path text = folder.newFile("notes.jar").toPath();
        Files.writeString(text, "no jar at all");
        byte[] whole = Files.readAllBytes(made(greeter(NEW)));
        Path half = folder.newFile("half.jar").toPath();
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));

        assertRefused(offer(resource, text), "notes.jar", "no jar or is damaged");
        assertRefused(offer(resource, half), "half.jar", "no jar or is damaged");
        assertRefused(offer(resource, text.resolveSibling("missing.jar")), "missing.jar");
        assertRefused(
                offer(resource, folder.getRoot().toPath()), folder.getRoot().getName());
        assertAnswers(OLD);
    }

    @Test
    public void aVersionThatIsNotAtHandIsRefused() throws Exception {
        bring(greeter(OLD));

        assertRefused(manager().swap(resource, Candidate.version("7.7.7")), "7.7.7");
        assertRefused(manager().swap(resource, Candidate.version("seven")), "'seven' is no version");
        assertAnswers(OLD);
    }

    @Test
    public void anUnknownResourceIsNoRefusalButAMistake() {
        try {
            manager().swap("nobody", Candidate.version(NEW));
        } catch (UnknownResourceException e) {
            assertTrue(
                    e.getMessage(),
                    e.getMessage().contains("'nobody'") && e.getMessage().contains(THEME));
            return;
        }
        throw new AssertionError("'nobody' was swapped");
    }

    @Test
    public void aSwapWhileOneIsRunningIsRefusedAndAHungStartIsQuarantinedSoThatTheNextSwapWorks() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        System.getProperties().put(Offering.LATCH, latch);
        bring(greeter(OLD));
        Greeting kept = keptGreeting();
        try (Caller keeper = Caller.of("kept greeting", () -> kept.greet().version())) {
            keeper.expects(OLD);
            Path hanging = made(offering(NEW, Offering.Hanging.class));
            CompletableFuture<SwapResult> first = CompletableFuture.supplyAsync(() -> offer(resource, hanging));
            Await.until("the swap is under way", () -> manager().slots(resource).stream()
                    .anyMatch(slot -> slot.state() == SlotState.READY));

            assertRefused(offer(greeter("1.2.0")), resource + " is busy with a swap", "try again");
            assertRefused(first.get(), "did not end within", "quarantined", "Offering$Hanging.start");
            keeper.awaitCalls(100);
            assertTrue(manager().slots(resource).stream().anyMatch(slot -> slot.state() == SlotState.QUARANTINED));
            keeper.expects(null);

            bring(greeter("1.2.0"));

            keeper.expects("1.2.0");
            keeper.awaitCalls(100);
        } finally {
            latch.countDown();
            System.getProperties().remove(Offering.LATCH);
        }
        assertAnswers("1.2.0");
    }

    private BundleFile offering(String version, Class<?> activator) throws IOException {
        return BundleFile.version(resource, version).with(Offering.Good.class).activator(activator);
    }

    /** Has a good version on stage, and sees the bad one turned away while somebody calls. */
    private void refused(BundleFile bad, String... words) throws IOException {
        bring(greeter(OLD));
        Greeting kept = keptGreeting();
        try (Caller keeper = Caller.of("kept greeting", () -> kept.greet().version())) {
            keeper.expects(OLD);

            assertRefused(offer(bad), words);

            keeper.awaitCalls(50);
        }
        assertAnswers(OLD);
    }
}
