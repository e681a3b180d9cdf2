package org.understudy.newsroom.demo.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.understudy.newsroom.demo.check.Checks;
import org.understudy.newsroom.demo.check.Threads;
import org.understudy.newsroom.demo.check.Timeline;

/** The page requests: sent at the stated rate whether or not earlier ones were answered, each answer checked. */
public final class HttpLoad implements AutoCloseable {
    private static final long GRACE_MILLIS = 3_000;

    private final List<URI> pages;
    private final UsageReplay usage;
    private final Rate rate;
    private final Checks checks;
    private final Pace pace;
    private final ExecutorService executor;
    private final HttpClient client;
    private final AtomicLongArray counts = new AtomicLongArray(Mark.values().length);
    private final Histogram latency = new ConcurrentHistogram(Latencies.empty());
    private final Phaser underWay = new Phaser(1);
    private final Thread thread = Threads.daemon("demo-http-load", this::send);
    private volatile boolean over;

    /** Begins to ask for these pages. */
    public HttpLoad(List<URI> pages, UsageReplay usage, Rate rate, Checks checks) {
        this.pages = List.copyOf(pages);
        this.usage = usage;
        this.rate = rate;
        this.checks = checks;
        pace = new Pace(System.nanoTime(), 1e9 / rate.perSecond());
        executor = Executors.newFixedThreadPool(2, task -> Threads.daemon("demo-http-answers", task));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(rate.timeout())
                .executor(executor)
                .build();
        thread.start();
    }

    /** All requests that have come to something. */
    public long total() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** How many requests came to this. */
    public long count(Mark mark) {
        return counts.get(mark.ordinal());
    }

    /** Percentiles of the latency from the intended start; read them at the end. */
    public Map<String, Double> latency() {
        return Latencies.millis(latency);
    }

    /** Sends no more, and waits for the answers that are due. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
            underWay.awaitAdvanceInterruptibly(
                    underWay.arrive(), rate.timeout().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            int lost = underWay.getUnarrivedParties();
            counts.addAndGet(Mark.FAILED.ordinal(), lost);
            checks.failures().add("http", lost + " requests were never answered");
        }
        executor.shutdown();
    }

    private void send() {
        for (long number = 0; !over; number++) {
            long intended = pace.start(number);
            Pace.await(intended);
            URI page = pages.get(usage.page(number, pages.size()));
            Timeline.Epoch[] begun = checks.timelines().now();
            HttpRequest request =
                    HttpRequest.newBuilder(page).timeout(rate.timeout()).GET().build();
            underWay.register();
            client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((response, error) -> {
                PageAnswer answer = error == null
                        ? PageAnswer.of(response, begun, checks)
                        : new PageAnswer(Mark.FAILED, error.toString());
                finish(page, answer, System.nanoTime() - intended);
                underWay.arriveAndDeregister();
            });
        }
    }

    private void finish(URI page, PageAnswer answer, long nanos) {
        boolean late = answer.mark() == Mark.GOOD && rate.exceeds(nanos);
        Mark mark = late ? Mark.FAILED : answer.mark();
        counts.incrementAndGet(mark.ordinal());
        Latencies.record(latency, nanos);
        if (mark != Mark.GOOD && mark != Mark.FAULT) {
            checks.failures()
                    .add(
                            "http " + page.getPath(),
                            late ? "no answer within " + rate.timeout().toMillis() + " ms" : answer.reason());
        }
    }
}
