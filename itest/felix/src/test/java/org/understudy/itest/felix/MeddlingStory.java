package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.understudy.itest.felix.greeting.Closed;
import org.understudy.itest.felix.greeting.Farewell;
import org.understudy.itest.felix.greeting.Greeted;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Offering;
import org.understudy.newsroom.Theme;
import org.understudy.swap.Candidate;
import org.understudy.swap.ResourceStatus;
import org.understudy.swap.SlotState;

/** Somebody does with the framework's own means what is the swap-manager's to do; afterwards all is true again. */
public class MeddlingStory extends Story {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static final String LEAVER = "leaver";

    /** What somebody does to a bundle. */
    private interface Deed {
        void to(Bundle bundle) throws Exception;
    }

    @Test
    public void theActiveSlotIsStopped() throws Exception {
        meddleWithTheSlot(Bundle::stop);
    }

    @Test
    public void theActiveSlotIsStoppedAndStarted() throws Exception {
        meddleWithTheSlot(bundle -> {
            bundle.stop();
            bundle.start();
        });
    }

    @Test
    public void theActiveSlotIsUpdatedWithAnotherVersion() throws Exception {
        meddleWithTheSlot(bundle -> update(bundle, NEW));
    }

    @Test
    public void theActiveSlotIsUpdatedWithTheSameVersion() throws Exception {
        meddleWithTheSlot(bundle -> update(bundle, OLD));
    }

    @Test
    public void theActiveSlotIsRefreshed() throws Exception {
        meddleWithTheSlot(this::refresh);
    }

    @Test
    public void theActiveSlotIsUninstalled() throws Exception {
        meddleWithTheSlot(Bundle::uninstall);
    }

    @Test
    public void theFrontIsStopped() throws Exception {
        meddleWithTheFront(Bundle::stop);
    }

    @Test
    public void theFrontIsUpdatedWithSomethingElse() throws Exception {
        Path other = BundleFile.plain("itest.other", OLD)
                .header("Import-Package", null)
                .in(folder.getRoot().toPath());
        meddleWithTheFront(bundle -> {
            try (InputStream in = Files.newInputStream(other)) {
                bundle.update(in);
            }
        });
    }

    @Test
    public void theFrontIsRefreshed() throws Exception {
        meddleWithTheFront(this::refresh);
    }

    @Test
    public void theFrontIsUninstalled() throws Exception {
        meddleWithTheFront(Bundle::uninstall);
    }

    @Test
    public void theExporterOfAContractIsRefreshedAndItsResourceComesBackOnTheNewWiring() throws Exception {
        Bundle exporter = exporter();
        bringLeaver();

        refresh(exporter);

        awaitLeaver();
        exporter.uninstall();
    }

    private Bundle exporter() throws Exception {
        Path contract = BundleFile.plain("itest.contract", OLD)
                .header("Import-Package", null)
                .header("Export-Package", Farewell.class.getPackageName())
                .with(Farewell.class, Greeting.class, Greeted.class, Closed.class, Closed.Only.class)
                .in(folder.getRoot().toPath());
        Bundle exporter = context().installBundle(contract.toUri().toString());
        exporter.start();
        return exporter;
    }

    private void bringLeaver() throws Exception {
        Path resource = BundleFile.version(LEAVER, OLD)
                .with(Offering.Good.class)
                .activator(Offering.Two.class)
                .in(folder.getRoot().toPath());
        assertTrue(manager().swap(LEAVER, Candidate.file(resource)).flipped());
        awaitLeaver();
    }

    private void awaitLeaver() {
        Await.until(
                () -> "the leaver is there: " + manager().resource(LEAVER),
                () -> "bye".equals(farewell())
                        && manager().resource(LEAVER).note().isEmpty()
                        && manager().resource(LEAVER).state() == ResourceStatus.State.ACTIVE);
    }

    /** Says good-bye through whatever handle is there: a story is not wired to the contract, or it would end too. */
    private String farewell() throws Exception {
        ServiceReference<?> handle =
                context().getAllServiceReferences(Farewell.class.getName(), "(understudy.resource=" + LEAVER + ")")[0];
        Object service = context().getService(handle);
        try {
            return (String) service.getClass().getMethod("part").invoke(service);
        } finally {
            context().ungetService(handle);
        }
    }

    @Test
    public void theWayBackIsUninstalledAndARollbackBringsItAllTheSame() throws Exception {
        bring(OLD);
        swap(NEW);
        Theme kept = keptTheme();
        try (Caller keeper = Caller.of("kept reference", () -> versionOf(kept))) {
            long wayBack = manager().slots(THEME).stream()
                    .filter(slot -> slot.state() == SlotState.RETAINED)
                    .findFirst()
                    .orElseThrow()
                    .bundleId();

            context().getBundle(wayBack).uninstall();
            keeper.awaitCalls(100);
            rollback();

            keeper.expects(OLD);
            keeper.awaitCalls(100);
        }
        awaitTruth();
    }

    @Test
    public void theSwapManagerIsStoppedAndStarted() throws Exception {
        bring(OLD);
        Bundle manager = managerBundle();

        manager.stop();
        assertEquals("handles left", null, context().getServiceReference(Theme.class));
        manager.start();

        awaitTruth();
    }

    @Test
    public void theSwapManagerIsUpdated() throws Exception {
        bring(OLD);
        Bundle manager = managerBundle();

        manager.update();
        refresh(manager);

        awaitTruth();
    }

    private void meddleWithTheSlot(Deed deed) throws Exception {
        bring(OLD);
        meddle(activeBundle(), deed);
    }

    private void meddleWithTheFront(Deed deed) throws Exception {
        bring(OLD);
        meddle(context().getBundle("understudy:front/theme/1"), deed);
    }

    private void meddle(Bundle bundle, Deed deed) throws Exception {
        Theme kept = keptTheme();
        try (Caller keeper = Caller.of("kept reference", () -> versionOf(kept))) {
            keeper.expects(OLD);

            deed.to(bundle);

            awaitTruth();
            keeper.awaitCalls(100);
        }
    }

    /** The version that is said to be active is in its slot, runs, and answers whoever looks it up. */
    private void awaitTruth() {
        Await.until(this::situation, () -> {
            ResourceStatus status = manager().resource(THEME);
            Bundle bundle = manager().slots(THEME).stream()
                    .filter(slot -> slot.active())
                    .map(slot -> context().getBundle(slot.bundleId()))
                    .findFirst()
                    .orElseThrow();
            ServiceReference<Theme> handle = context().getServiceReference(Theme.class);
            return status.state() == ResourceStatus.State.ACTIVE
                    && status.note().isEmpty()
                    && bundle.getState() == Bundle.ACTIVE
                    && bundle.getVersion().toString().equals(OLD)
                    && status.activeVersion().orElseThrow().equals(OLD)
                    && handle.getBundle().getLocation().equals("understudy:front/theme/1")
                    && OLD.equals(versionLookedUp());
        });
    }

    private String situation() {
        return "the state is true again: " + manager().resource(THEME) + " "
                + manager().slots(THEME) + " handle " + context().getServiceReference(Theme.class);
    }

    private void update(Bundle bundle, String version) throws IOException, BundleException {
        Path file = Path.of(context().getProperty("understudy.versions"), "theme-" + version + ".jar");
        try (InputStream in = Files.newInputStream(file)) {
            bundle.update(in);
        }
    }

    private Bundle managerBundle() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> "org.understudy.swap.provider".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
