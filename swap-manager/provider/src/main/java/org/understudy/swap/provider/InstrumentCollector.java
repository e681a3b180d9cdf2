package org.understudy.swap.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.understudy.resource.Health;
import org.understudy.resource.HealthCheck;
import org.understudy.resource.Metrics;
import org.understudy.swap.engine.Gauge;
import org.understudy.swap.engine.HealthProbe;
import org.understudy.swap.engine.Instruments;
import org.understudy.swap.engine.Reasons;
import org.understudy.swap.engine.Refusal;

/**
 * Finds by what the version in a slot tells how it is: its health checks and what reports its metrics. These services are
 * the swap-manager's alone: no handle stands before them, and {@link Hiding} keeps them from everybody else.
 */
final class InstrumentCollector {
    private static final String METRICS = Metrics.class.getName();
    private static final String CHECK = HealthCheck.class.getName();

    /** The types of the services. */
    static final Set<String> TYPES = Set.of(CHECK, FelixHealth.TYPE, METRICS);

    private final BundleContext context;

    InstrumentCollector(BundleContext context) {
        this.context = context;
    }

    /**
     * Those among these services of a slot, got.
     *
     * @throws Refusal if one cannot be used; says how to mend it
     */
    Instruments of(Collection<ServiceReference<?>> services) throws Refusal {
        List<HealthProbe> probes = new ArrayList<>();
        List<Gauge> gauges = new ArrayList<>();
        for (ServiceReference<?> reference : services) {
            List<String> types = types(reference);
            if (TYPES.stream().anyMatch(types::contains)) {
                Object service = got(reference);
                if (types.contains(CHECK)) {
                    probes.add(own(reference, service));
                }
                if (types.contains(FelixHealth.TYPE)) {
                    probes.add(felix(reference, service));
                }
                if (types.contains(METRICS)) {
                    Metrics metrics = as(Metrics.class, service);
                    gauges.add(new Gauge(metrics::read, reference));
                }
            }
        }
        probes.sort(Comparator.comparing(HealthProbe::name));
        return new Instruments(probes, gauges);
    }

    private static List<String> types(ServiceReference<?> reference) {
        return Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS));
    }

    private Object got(ServiceReference<?> reference) throws Refusal {
        String what = String.join(", ", types(reference));
        Object service;
        try {
            service = context.getService(reference);
        } catch (RuntimeException e) {
            throw new Refusal("its service " + what + " could not be got: " + Reasons.of(e), e);
        }
        if (service == null) {
            throw new Refusal("its service " + what + " could not be got: its factory returned nothing, see the log");
        }
        return service;
    }

    private static HealthProbe own(ServiceReference<?> reference, Object service) throws Refusal {
        HealthCheck check = as(HealthCheck.class, service);
        return new HealthProbe(
                name(reference, service, HealthCheck.NAME),
                () -> {
                    Health found = check.check();
                    if (found == null) {
                        throw new IllegalStateException("it returned nothing");
                    }
                    return new HealthProbe.Finding(
                            found.status() == Health.Status.OK ? HealthProbe.Level.FIT : HealthProbe.Level.UNFIT,
                            found.message());
                },
                reference);
    }

    private static HealthProbe felix(ServiceReference<?> reference, Object service) throws Refusal {
        try {
            FelixHealth check = FelixHealth.of(service)
                    .orElseThrow(() -> new Refusal("its service " + FelixHealth.TYPE + " does not implement that"));
            return new HealthProbe(name(reference, service, FelixHealth.NAME), check, reference);
        } catch (NoSuchMethodException | LinkageError e) {
            throw new Refusal(
                    "its service " + FelixHealth.TYPE
                            + " is of an edition of that API that is not known: use version 2 of the Felix Health Check API",
                    e);
        }
    }

    private static String name(ServiceReference<?> reference, Object service, String key) {
        return Stream.of(key, "component.name", Constants.SERVICE_PID)
                .map(reference::getProperty)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(service.getClass().getName());
    }

    private static <T> T as(Class<T> type, Object service) throws Refusal {
        if (!type.isInstance(service)) {
            throw new Refusal("its " + type.getSimpleName() + " is of another package " + type.getPackageName()
                    + " than the swap-manager's: import it, and do not contain it");
        }
        return type.cast(service);
    }

    /** Gives back what {@link #of} got. */
    void giveBack(Instruments instruments) {
        Stream.concat(
                        instruments.probes().stream().map(HealthProbe::source),
                        instruments.gauges().stream().map(Gauge::source))
                .map(ServiceReference.class::cast)
                .filter(reference -> reference.getBundle() != null)
                .forEach(reference -> context.ungetService((ServiceReference<?>) reference));
    }
}
