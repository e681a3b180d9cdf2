package org.understudy.newsroom.readership;

import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.understudy.newsroom.EventLedger;

/**
 * Where readers come in. Each event is one reader with the path that is read; an event with a number is written into
 * the {@link EventLedger}, where there is one. Each version's component extends it and says how it counts.
 */
public abstract class Gate implements EventHandler {
    /** The topics of readers. */
    public static final String READERS = "org/understudy/newsroom/reader/*";

    private static final String RESOURCE = "readership";

    private final String version;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected volatile EventLedger ledger;

    /** A gate of this version. */
    protected Gate(String version) {
        this.version = version;
    }

    @Override
    public final void handleEvent(Event event) {
        count(event.getProperty("path") instanceof String path ? path : "/");
        EventLedger present = ledger;
        if (present != null && event.getProperty("sequence") instanceof Long sequence) {
            present.handled(RESOURCE, version, sequence);
        }
    }

    /** Counts a reader of this path. Called by any number of threads. */
    protected abstract void count(String path);
}
