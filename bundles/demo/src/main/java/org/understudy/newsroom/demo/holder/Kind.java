package org.understudy.newsroom.demo.holder;

import org.osgi.framework.BundleContext;
import org.understudy.newsroom.demo.check.Part;

/** A way to hold a service. */
public enum Kind {
    /** A ServiceTracker, asked on each call. */
    TRACKER("tracker", TrackerGrip::new),
    /** A service object that was got once and is kept for ever. */
    KEPT_REFERENCE("keptReference", KeptGrip::new),
    /** A component with a static, reluctant reference: the default of Declarative Services. */
    DS_STATIC("dsStatic", component("dsStatic")),
    /** A component with a dynamic, mandatory reference. */
    DS_DYNAMIC("dsDynamic", component("dsDynamic")),
    /** A component with a dynamic, optional, reluctant reference. */
    DS_RELUCTANT("dsReluctant", component("dsReluctant")),
    /** A component with a static, greedy reference. */
    DS_GREEDY("dsGreedy", component("dsGreedy")),
    /** A look-up on each call. */
    LOOKUP("lookup", LookupGrip::new),
    /** ServiceObjects: an instance of its own where the service is a prototype, for a few calls each. */
    SERVICE_OBJECTS("serviceObjects", ServiceObjectsGrip::new);

    private final String label;
    private final Opening opening;

    Kind(String label, Opening opening) {
        this.label = label;
        this.opening = opening;
    }

    @FunctionalInterface
    private interface Opening {
        Grip open(BundleContext context, Part part);
    }

    /** Its name in the report. */
    public String label() {
        return label;
    }

    /** Begins to hold the part's service this way, for one thread. */
    public Grip open(BundleContext context, Part part) {
        return opening.open(context, part);
    }

    private static Opening component(String label) {
        return (context, part) -> new ComponentGrip(context, label, part);
    }
}
