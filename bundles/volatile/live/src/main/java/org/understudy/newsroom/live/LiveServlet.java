package org.understudy.newsroom.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.understudy.newsroom.Feed;
import org.understudy.newsroom.Headline;

/**
 * The ticker: holds a request for a moment, as one waits for the next line, and answers it with the newest line of the
 * feed from a thread of its own. Each version's component extends it. The thread lives from {@code init} to
 * {@code destroy}; what waits then is still answered.
 */
public abstract class LiveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LiveServlet.class);
    private static final String VERSION = "X-Understudy-Live";
    private static final Headline SILENCE = new Headline("Wire", "Nothing comes in at the moment");
    private static final int SHORTEST_MILLIS = 2;
    private static final int LONGEST_MILLIS = 50;
    private static final long LAST_LINES_MILLIS = 2_000;

    private final String version;
    private final transient Line line;
    private transient volatile ScheduledExecutorService ticker;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    protected transient volatile Feed feed;

    /** A ticker of this version that writes such lines. */
    protected LiveServlet(String version, Line line) {
        this.version = version;
        this.line = line;
    }

    @Override
    public void init() {
        ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "newsroom-live-" + version);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void destroy() {
        // Lines that are due already are still sent: that is what shutdown does by default.
        ticker.shutdown();
        try {
            if (!ticker.awaitTermination(LAST_LINES_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "live {}: {} requests were not answered in time",
                        version,
                        ticker.shutdownNow().size());
            }
        } catch (InterruptedException e) {
            ticker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext waiting = request.startAsync();
        int millis = ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
        try {
            ticker.schedule(() -> answer(waiting), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the ticker of live " + version + " ended");
            waiting.complete();
        }
    }

    private void answer(AsyncContext waiting) {
        try {
            byte[] body = line.write(version, newest()).getBytes(StandardCharsets.UTF_8);
            HttpServletResponse response = (HttpServletResponse) waiting.getResponse();
            response.setHeader(VERSION, version);
            response.setHeader("Cache-Control", "no-store");
            response.setContentType(line.contentType());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("live {}: a reader went away", version, e);
        } catch (RuntimeException e) {
            LOG.error("live {}: a line could not be sent", version, e);
            failed(waiting);
        } finally {
            waiting.complete();
        }
    }

    private static void failed(AsyncContext waiting) {
        HttpServletResponse response = (HttpServletResponse) waiting.getResponse();
        if (!response.isCommitted()) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private Headline newest() {
        Feed present = feed;
        List<Headline> lines =
                present == null ? List.of() : present.headlines(1).value();
        return lines.isEmpty() ? SILENCE : lines.get(0);
    }
}
