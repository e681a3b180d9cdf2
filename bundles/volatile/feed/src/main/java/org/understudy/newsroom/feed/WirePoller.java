package org.understudy.newsroom.feed;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.resource.DataFolder;
import org.understudy.resource.OnStage;

/**
 * Looks for newer lines once a second, in the background and only while its version is on stage: two versions that are
 * started side by side poll once, not twice. Each poll is told to whoever listens, as the event {@value #POLLED} with the
 * property {@code version}.
 */
@Component(
        name = "newsroom.feed.poller",
        immediate = true,
        service = {})
@SatisfyingConditionTarget(OnStage.TARGET)
public final class WirePoller {
    private static final Logger LOG = LoggerFactory.getLogger(WirePoller.class);
    private static final String POLLED = "org/understudy/newsroom/feed/POLLED";
    private static final long PAUSE_MILLIS = 1_000;
    private static final long LAST_POLL_MILLIS = 2_000;

    private final String version;
    private final WireFile file;
    private final ScheduledExecutorService timer;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventAdmin events;

    /** Begins to poll. */
    @Activate
    public WirePoller(BundleContext context, @Reference DataFolder folder) {
        version = context.getBundle().getVersion().toString();
        file = new WireFile(folder.path());
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "newsroom-feed-poller-" + version);
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::poll, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Polls no more; waits for the poll that goes on. */
    @Deactivate
    public void end() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LAST_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        try {
            file.news().ifPresent(Newswire::replace);
            Newswire.confirm();
            EventAdmin present = events;
            if (present != null) {
                present.postEvent(new Event(POLLED, Map.of("version", version)));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("feed {}: the lines before stay: {}", version, e.getMessage(), e);
        }
    }
}
