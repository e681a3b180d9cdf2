package org.understudy.swap.provider;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.understudy.swap.engine.HungException;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;

/** Writes, refreshes and resolves the bundles that the swap-manager owns. */
final class BundleWriter {
    private static final Duration REFRESH_DEADLINE = Duration.ofSeconds(30);

    private final BundleContext context;
    private final Roles roles;
    private final SlotRecords records;
    private final SlotCollisions collisions;

    BundleWriter(BundleContext context, Roles roles, SlotRecords records, SlotCollisions collisions) {
        this.context = context;
        this.roles = roles;
        this.records = records;
        this.collisions = collisions;
    }

    /** Where the bytes of a bundle come from. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** Has the content at the location, stopped, whether by install or by update and refresh. */
    Bundle write(String location, String digest, Content content) throws Refusal {
        Bundle there = context.getBundle(location);
        return there == null ? install(location, digest, content) : update(there, digest, content);
    }

    private Bundle install(String location, String digest, Content content) throws Refusal {
        collisions.writing(true);
        try (InputStream in = content.open()) {
            Bundle bundle = context.installBundle(location, in);
            roles.note(bundle);
            bundle.adapt(BundleStartLevel.class)
                    .setStartLevel(
                            context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
            records.record(bundle, digest);
            return bundle;
        } catch (BundleException e) {
            throw new Refusal("the framework does not take it: " + Causes.of(e), e);
        } catch (IOException e) {
            throw new Refusal("it could not be read: " + Reasons.of(e), e);
        } finally {
            collisions.writing(false);
        }
    }

    private Bundle update(Bundle bundle, String digest, Content content) throws Refusal {
        records.forget(bundle);
        roles.take(bundle);
        try (InputStream in = content.open()) {
            if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
            bundle.update(in);
            refresh(bundle);
            records.record(bundle, digest);
            return bundle;
        } catch (BundleException e) {
            throw new Refusal("the framework does not take it: " + Causes.of(e), e);
        } catch (IOException e) {
            throw new Refusal("it could not be read: " + Reasons.of(e), e);
        } finally {
            roles.release(bundle);
        }
    }

    /** Drops the class loader of a stopped bundle. */
    void refresh(Bundle bundle) throws Refusal {
        roles.take(bundle);
        try {
            if (!refreshed(Set.of(bundle))) {
                throw new HungException("the framework did not refresh bundle " + bundle.getBundleId() + " within "
                        + REFRESH_DEADLINE.toSeconds() + " s: another refresh may hang on a bundle that does not stop");
            }
        } finally {
            roles.release(bundle);
        }
    }

    /**
     * Waits until the refreshes that were asked for so far, by whomever, are over: the framework lets nothing else be
     * started meanwhile, and a start that only waits for that must not be taken for one that hangs.
     */
    void awaitRefreshes() throws Refusal {
        if (!Refreshing.here() && !refreshed(Set.of())) {
            throw new Refusal("the framework is still refreshing after " + REFRESH_DEADLINE.toSeconds()
                    + " s: a bundle that somebody refreshed does not stop");
        }
    }

    private boolean refreshed(Set<Bundle> bundles) throws Refusal {
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            return done.await(REFRESH_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while the framework was refreshing", e);
        }
    }

    /** Resolves a bundle, or says which requirement nothing fulfils. */
    void resolve(Bundle bundle) throws Refusal {
        if (bundle.getState() != Bundle.INSTALLED || wiring().resolveBundles(Set.of(bundle))) {
            return;
        }
        List<BundleRequirement> unmet = bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(BundleWriter::counts)
                .filter(requirement -> wiring().findProviders(requirement).isEmpty())
                .toList();
        throw new Refusal(
                unmet.isEmpty()
                        ? "it does not resolve: " + resolverWords(bundle)
                        : "it does not resolve: nothing provides "
                                + unmet.stream().map(BundleWriter::words).collect(Collectors.joining("; nor "))
                                + "; install a bundle that does, then try again");
    }

    private static boolean counts(BundleRequirement requirement) {
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        return (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE))
                && !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && !Constants.RESOLUTION_OPTIONAL.equals(resolution);
    }

    private static String words(BundleRequirement requirement) {
        return requirement.getNamespace() + " "
                + Optional.ofNullable(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE))
                        .orElse("");
    }

    /** Where every requirement has a provider but they contradict each other, only the resolver can say why. */
    private static String resolverWords(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            bundle.stop(Bundle.STOP_TRANSIENT);
            return "the framework did not say why";
        } catch (BundleException e) {
            return Reasons.of(e);
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
    }
}
