package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.inject.Inject;
import org.junit.Rule;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.understudy.newsroom.Page;
import org.understudy.newsroom.Theme;
import org.understudy.swap.Candidate;
import org.understudy.swap.SlotStatus;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapResult;

/**
 * A story told inside a framework of its own that runs what is shipped. Each of its methods leaves the framework as it
 * found it.
 */
@RunWith(PaxExam.class)
public abstract class Story {
    static final String THEME = "theme";
    static final String OLD = "1.0.0";
    static final String NEW = "1.1.0";
    private static final Page PAGE = new Page("Title", "/", "<p>Text</p>", List.of(), 1, List.of());

    @Rule
    public final LeftAsFound leftAsFound = new LeftAsFound(this::context);

    @Inject
    private BundleContext context;

    /** The framework. */
    @Configuration
    public Option[] framework() throws IOException {
        return Shipped.framework(getClass());
    }

    BundleContext context() {
        return context;
    }

    /** The swap-manager that is there now: a story may have restarted it. */
    SwapManager manager() {
        return context.getService(context.getServiceReference(SwapManager.class));
    }

    /** A reference as a careless consumer keeps it: got once, never looked up again. */
    Theme keptTheme() {
        return context.getService(context.getServiceReference(Theme.class));
    }

    /** Which version dresses a page. */
    static String versionOf(Theme theme) {
        return theme.dress(PAGE).version();
    }

    /** Which version dresses a page for somebody who looks the theme up for this one call. */
    String versionLookedUp() {
        ServiceReference<Theme> reference = context.getServiceReference(Theme.class);
        Theme theme = context.getService(reference);
        try {
            return versionOf(theme);
        } finally {
            context.ungetService(reference);
        }
    }

    SwapResult swap(String version) {
        SwapResult result = manager().swap(THEME, Candidate.version(version).allowingLower());
        assertTrue(result.toString(), result instanceof SwapResult.Swapped);
        return result;
    }

    SwapResult rollback() {
        SwapResult result = manager().rollback(THEME);
        assertTrue(result.toString(), result instanceof SwapResult.RolledBack);
        return result;
    }

    /** Has the version on stage, whatever was there before. */
    void bring(String version) {
        if (!manager().resource(THEME).activeVersion().equals(Optional.of(version))) {
            swap(version);
        }
        assertEquals(version, manager().resource(THEME).activeVersion().orElseThrow());
    }

    SlotStatus activeSlot() {
        return manager().slots(THEME).stream()
                .filter(SlotStatus::active)
                .findFirst()
                .orElseThrow();
    }

    Bundle activeBundle() {
        return context.getBundle(activeSlot().bundleId());
    }

    /** Refreshes a bundle, as somebody would at the shell, and waits until that is done. */
    void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        context().getBundle(0).adapt(FrameworkWiring.class).refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        Await.until("bundle " + bundle + " is refreshed", () -> done.getCount() == 0);
    }
}
