package org.understudy.newsroom.demo.play;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.understudy.newsroom.demo.check.Fault;
import org.understudy.newsroom.demo.check.Leaks;
import org.understudy.newsroom.demo.check.Lineup;
import org.understudy.newsroom.demo.check.Part;

/**
 * What plain OSGi has: one bundle a part, {@code Bundle.update} and a refresh. The control for the demo: the same
 * load and the same checks have to catch it losing calls.
 */
public final class Updating implements Mechanism {
    private static final long REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final Repertoire repertoire;
    private final Backstage backstage;
    private final Map<Part, Bundle> bundles = new EnumMap<>(Part.class);
    private final Map<Part, String> active = new EnumMap<>(Part.class);
    private final Map<Part, String> previous = new EnumMap<>(Part.class);
    private final Map<WeakReference<ClassLoader>, String> loaders = new LinkedHashMap<>();

    /** Updates nothing yet. */
    public Updating(BundleContext context, Repertoire repertoire) {
        this.context = context;
        this.repertoire = repertoire;
        backstage = new Backstage(context);
    }

    @Override
    public String label() {
        return "update";
    }

    @Override
    public void open() throws BundleException {
        for (Part part : Part.values()) {
            String version = repertoire.first(part);
            try (InputStream in = Files.newInputStream(repertoire.file(part, version))) {
                Bundle bundle = context.installBundle("demo:" + part.resource(), in);
                bundles.put(part, bundle);
                bundle.start(Bundle.START_TRANSIENT);
            } catch (IOException e) {
                throw new BundleException(repertoire.file(part, version) + " cannot be read", e);
            }
            onStage(part, version);
        }
    }

    @Override
    public String active(Part part) {
        return active.get(part);
    }

    /** A start or stop that hangs would hang {@code Bundle.update}, and the play with it. */
    @Override
    public boolean survives(Fault fault) {
        return !fault.hangs();
    }

    @Override
    public Turn swap(Lineup to) {
        Lineup before = Lineup.of(to.parts(), this::active);
        try {
            update(to);
        } catch (BundleException | IOException e) {
            return restore(before, e);
        }
        before.versions().forEach(previous::put);
        return done(to, Turn.Outcome.SWAPPED);
    }

    @Override
    public Turn again(List<Part> parts) {
        return swap(Lineup.of(parts, this::active));
    }

    @Override
    public boolean judges() {
        return false;
    }

    @Override
    public void settle(List<Part> parts) {
        // what is on stage has nothing to prove
    }

    @Override
    public Turn supersede(Lineup to) {
        Turn back = rollBack(to.parts());
        return back.flipped() ? swap(to) : back;
    }

    @Override
    public boolean undecided(List<Part> parts) {
        return false;
    }

    @Override
    public Turn rollBack(List<Part> parts) {
        Lineup back = Lineup.of(parts, previous::get);
        try {
            update(back);
        } catch (BundleException | IOException e) {
            return Turn.refused(Lineup.of(parts, this::active), "the way back failed: " + e.getMessage());
        }
        return done(back, Turn.Outcome.ROLLED_BACK);
    }

    @Override
    public Leaks leaks(Set<Fault> started) {
        System.gc();
        System.gc();
        List<String> leaked = new ArrayList<>();
        List<String> onPurpose = new ArrayList<>();
        loaders.forEach((loader, named) -> {
            if (loader.get() != null && bundles.values().stream().noneMatch(b -> loaderOf(b) == loader.get())) {
                boolean made =
                        started.stream().anyMatch(f -> named.equals(f.part().resource() + " " + f.version()));
                (made ? onPurpose : leaked).add(named);
            }
        });
        return new Leaks(leaked, onPurpose, List.of());
    }

    @Override
    public void close() {
        List<String> left = new ArrayList<>();
        bundles.values().forEach(bundle -> {
            try {
                bundle.uninstall();
            } catch (BundleException e) {
                left.add(bundle + " (" + e.getMessage() + ")");
            }
        });
        bundles.clear();
        backstage.close();
        if (!left.isEmpty()) {
            throw new IllegalStateException("these bundles could not be uninstalled: " + left);
        }
    }

    private void update(Lineup to) throws BundleException, IOException {
        List<Bundle> updated = to.parts().stream().map(bundles::get).toList();
        for (Part part : to.parts()) {
            try (InputStream in = Files.newInputStream(repertoire.file(part, to.version(part)))) {
                bundles.get(part).update(in);
            }
        }
        refresh(updated);
        for (Bundle bundle : updated) {
            if (bundle.getState() != Bundle.ACTIVE) {
                bundle.start(Bundle.START_TRANSIENT);
            }
        }
        to.versions().forEach(this::onStage);
    }

    private void refresh(List<Bundle> updated) throws BundleException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(updated, event -> refreshed.countDown());
        try {
            if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                throw new BundleException("the refresh of " + updated + " took longer than " + REFRESH_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException("interrupted in the refresh of " + updated, e);
        }
    }

    private Turn restore(Lineup before, Exception reason) {
        try {
            update(before);
            return Turn.refused(before, String.valueOf(reason.getMessage()));
        } catch (BundleException | IOException e) {
            return Turn.refused(before, reason.getMessage() + "; and the way back failed: " + e.getMessage());
        }
    }

    private static Turn done(Lineup lineup, Turn.Outcome outcome) {
        long now = System.nanoTime();
        return new Turn(outcome, lineup, "", now, now, 0, 0, 0);
    }

    private void onStage(Part part, String version) {
        active.put(part, version);
        loaders.put(new WeakReference<>(loaderOf(bundles.get(part))), part.resource() + " " + version);
    }

    private static ClassLoader loaderOf(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null ? null : wiring.getClassLoader();
    }
}
