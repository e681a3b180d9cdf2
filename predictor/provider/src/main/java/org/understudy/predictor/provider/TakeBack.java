package org.understudy.predictor.provider;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.swap.SwapManager;
import org.understudy.swap.SwapResult;
import org.understudy.swap.UnknownResourceException;

/**
 * Has a version of the model that fails taken back, as long as it is provisional. Works on a thread of its own: a rollback
 * waits for the predictor's thread to leave the model. Safe for use by many threads.
 */
final class TakeBack {
    private static final Logger LOG = LoggerFactory.getLogger(TakeBack.class);
    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 250;

    private final ScheduledExecutorService thread = thread();
    private volatile SwapManager manager;

    private static ScheduledExecutorService thread() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread worker = new Thread(work, "understudy: model taken back");
            worker.setDaemon(true);
            return worker;
        });
        thread.setKeepAliveTime(1, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    void with(SwapManager found) {
        manager = found;
    }

    void without(SwapManager gone) {
        if (manager == gone) {
            manager = null;
        }
    }

    /** The model fails, for this reason. Does not wait. */
    void fails(String reason) {
        thread.execute(() -> attempt(reason, ATTEMPTS));
    }

    /** The swap that brought the version may not have ended yet: then it is tried again. */
    private void attempt(String reason, int left) {
        SwapManager asked = manager;
        if (asked == null || !isProvisional(asked)) {
            return;
        }
        SwapResult result = asked.rollback(Models.RESOURCE, "predictor", reason);
        if (result.flipped()) {
            LOG.warn("the model was taken back to {}: {}", result.active().orElse("nothing"), reason);
        } else if (left > 1) {
            thread.schedule(() -> attempt(reason, left - 1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            LOG.error("the model should be taken back ({}), but: {}", reason, result.reason());
        }
    }

    private static boolean isProvisional(SwapManager manager) {
        try {
            return manager.resource(Models.RESOURCE).provisional().isPresent();
        } catch (UnknownResourceException e) {
            return false; // the handle is somebody else's, or has just gone
        }
    }

    void close() {
        thread.shutdownNow();
    }
}
