package org.understudy.newsroom.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.holder.Grip;
import org.understudy.newsroom.demo.holder.Grips;
import org.understudy.newsroom.demo.holder.Kind;
import org.understudy.newsroom.demo.load.WarmUp;

/** Newsroom's services, all of them there and warm, each got once and held until the end. For one thread. */
final class Company implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(30);
    private static final int WARM_UP_ROUND = 250;
    private static final WarmUp WARM_UP = new WarmUp(Duration.ofMillis(300), Duration.ofSeconds(20));

    private final BundleContext context;
    private final Map<Part, Grip> held = new EnumMap<>(Part.class);

    Company(BundleContext context) {
        this.context = context;
    }

    /**
     * Waits until every service is there for every kind of holder, and calls them until that is quick.
     *
     * @throws BundleException naming those that do not come
     */
    void assemble() throws BundleException, InterruptedException {
        try (Grips grips = new Grips(context)) {
            long deadline = System.nanoTime() + READY.toNanos();
            for (List<String> empty = empty(grips); !empty.isEmpty(); empty = empty(grips)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new BundleException("these hold no service after " + READY.toSeconds() + " s: " + empty);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            warmUp(grips);
        }
        Part.CALLED.forEach(part -> held.put(part, Kind.KEPT_REFERENCE.open(context, part)));
    }

    /** The service of each part that is called through one. */
    Map<Part, Object> services() {
        Map<Part, Object> services = new EnumMap<>(Part.class);
        held.forEach((part, grip) -> services.put(part, grip.take()));
        return services;
    }

    @Override
    public void close() {
        held.values().forEach(Grip::close);
    }

    private List<String> empty(Grips grips) {
        List<String> empty = new ArrayList<>(grips.empty());
        Part.CALLED.stream()
                .filter(part -> context.getServiceReference(part.contract().getName()) == null)
                .forEach(part -> empty.add("anybody of " + part.resource()));
        return empty;
    }

    private static void warmUp(Grips grips) throws InterruptedException {
        WARM_UP.<RuntimeException>repeat(() -> {
            for (int call = 0; call < WARM_UP_ROUND; call++) {
                for (Kind kind : Kind.values()) {
                    for (Part part : Part.SERVICES) {
                        Grip grip = grips.of(kind, part);
                        part.ask(grip.take(), call % Part.QUESTIONS);
                        grip.release();
                    }
                }
            }
        });
    }
}
