package org.understudy.newsroom.demo.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.understudy.newsroom.demo.check.Part;
import org.understudy.newsroom.demo.check.Threads;
import org.understudy.newsroom.demo.check.Timeline;

/**
 * The requests, four of five for a page and one for the asynchronous servlet, each by the reader that the usage says:
 * sent at the stated rate whether or not earlier ones were answered, each answer checked.
 */
public final class HttpLoad implements AutoCloseable {
    private static final long GRACE_MILLIS = 3_000;

    private static final int ASYNCHRONOUS_EVERY = 5;

    private final Pages site;
    private final UsageReplay usage;
    private final Readers readers;
    private final Rate rate;
    private final Checks checks;
    private final Pace pace;
    private final ExecutorService executor;
    private final HttpClient client;
    private final Counts parts;
    private final AtomicLongArray counts = new AtomicLongArray(Mark.values().length);
    private final Histogram latency = new ConcurrentHistogram(Latencies.empty());
    private final Phaser underWay = new Phaser(1);
    private final Thread thread = Threads.daemon("demo-http-load", this::send);
    private volatile boolean over;

    /** Begins to ask for these addresses; counts there for each part that has a hand in the answers. */
    HttpLoad(Pages site, UsageReplay usage, Rate rate, Checks checks, Counts parts) {
        this.site = site;
        this.parts = parts;
        this.usage = usage;
        readers = new Readers(usage.readers());
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
            boolean later = number % ASYNCHRONOUS_EVERY == 0;
            Part servlet = later ? Part.LIVE : Part.PAGE;
            URI page = later
                    ? site.live()
                    : site.pages().get(usage.page(number, site.pages().size()));
            Timeline.Epoch[] begun = checks.timelines().now();
            int reader = usage.reader(number);
            HttpRequest request =
                    readers.of(reader, page).timeout(rate.timeout()).GET().build();
            underWay.register();
            client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((response, error) -> {
                if (error == null) {
                    readers.remember(reader, response);
                }
                PageAnswer answer = error == null
                        ? PageAnswer.of(servlet, response, begun, checks)
                        : PageAnswer.none(servlet, error.toString());
                finish(page, answer, System.nanoTime() - intended);
                underWay.arriveAndDeregister();
            });
        }
    }

    private void finish(URI page, PageAnswer answer, long nanos) {
        boolean late = !answer.worst().bad() && rate.exceeds(nanos);
        PageAnswer judged = late
                ? PageAnswer.none(
                        answer.servlet(), "no answer within " + rate.timeout().toMillis() + " ms")
                : answer;
        counts.incrementAndGet(judged.worst().mark().ordinal());
        parts.add(judged.servlet(), judged.page().mark());
        parts.add(Part.STAMP, judged.filter().mark());
        Latencies.record(latency, nanos);
        if (judged.worst().bad()) {
            checks.failures().add("http " + page.getPath(), judged.worst().reason());
        }
    }
}
