package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;
import org.understudy.itest.felix.part.Web;
import org.understudy.swap.Candidate;
import org.understudy.swap.SwapResult;

/** Servlets, filters and contexts are swapped under requests, and none is lost. */
public class WebStory extends GreeterStory {
    private static final int FLIPS = 300;
    private static final int CALLERS = 3;

    private final List<ServiceRegistration<?>> raw = new ArrayList<>();
    private Http http;

    @Before
    public void connect() {
        http = new Http(context());
    }

    @After
    public void takeDown() {
        raw.forEach(ServiceRegistration::unregister);
        System.getProperties().remove(Web.LATCH);
    }

    private BundleFile web(String version, Class<?> activator) throws Exception {
        return BundleFile.version(resource, version)
                .header(
                        "Import-Package",
                        "org.osgi.framework,jakarta.servlet,jakarta.servlet.http,org.osgi.service.servlet.context")
                .withAllOf(Web.class)
                .activator(activator);
    }

    private String path() {
        return "/itest/itest." + resource;
    }

    private void slowFilter() {
        Filter slow = (request, response, chain) -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            chain.doFilter(request, response);
        };
        raw.add(context()
                .registerService(
                        Filter.class,
                        slow,
                        new Hashtable<>(Map.of(
                                "osgi.http.whiteboard.filter.pattern",
                                "/itest/*",
                                "osgi.http.whiteboard.filter.asyncSupported",
                                "true"))));
    }

    private void pageThatIsNoResource() {
        raw.add(context()
                .registerService(
                        Servlet.class,
                        new HttpServlet() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                    throws IOException {
                                response.getWriter().print("page");
                            }
                        },
                        new Hashtable<>(Map.of("osgi.http.whiteboard.servlet.pattern", "/itest/page"))));
    }

    private void flipUnder(java.util.concurrent.Callable<String> request, int flips) {
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Caller.of("request " + i, request));
        }
        try {
            for (int i = 0; i < flips; i++) {
                String next = i % 2 == 0 ? NEW : OLD;
                callers.forEach(caller -> caller.expects(null));
                SwapResult result =
                        manager().swap(resource, Candidate.version(next).allowingLower());
                assertEquals(result.toString(), "swapped", result.outcome());
                callers.forEach(caller -> caller.expects(next));
                callers.get(0).awaitCalls(3);
            }
            callers.forEach(Caller::assertAllAnswered);
        } finally {
            callers.forEach(Caller::close);
        }
    }

    @Test
    public void servletFlipsBehindASlowFilterLoseNoRequest() throws Exception {
        slowFilter();
        bring(web(NEW, Web.OfServlet.class));
        bring(web(OLD, Web.OfServlet.class));

        flipUnder(() -> http.text(path()), FLIPS);
    }

    @Test
    public void movedByRankingTheSameRequestsAreLost() {
        slowFilter();
        ServiceRegistration<?> old = registerRaw(0);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Caller.of("request " + i, () -> http.text("/itest/raw")));
        }
        long lost = 0;
        try {
            for (int i = 1; i <= FLIPS && lost == 0; i++) {
                ServiceRegistration<?> next = registerRaw(i);
                old.unregister();
                old = next;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(7));
                lost = callers.stream()
                        .mapToLong(caller -> caller.failures().size())
                        .sum();
            }
        } finally {
            callers.forEach(Caller::close);
            old.unregister();
        }
        assertTrue("the slow filter would not show a loss", lost > 0);
    }

    private ServiceRegistration<?> registerRaw(int rank) {
        return context()
                .registerService(
                        Servlet.class,
                        new HttpServlet() {
                            private static final long serialVersionUID = 1L;
                            private volatile boolean destroyed;

                            @Override
                            protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                    throws IOException {
                                if (destroyed) {
                                    throw new IOException("destroyed");
                                }
                                response.getWriter().print(rank);
                            }

                            @Override
                            public void destroy() {
                                destroyed = true;
                            }
                        },
                        new Hashtable<>(
                                Map.of("osgi.http.whiteboard.servlet.pattern", "/itest/raw", "service.ranking", rank)));
    }

    @Test
    public void asynchronousRequestsEndInTheVersionThatTheyBeganIn() throws Exception {
        bring(web(NEW, Web.OfAsync.class));
        bring(web(OLD, Web.OfAsync.class));

        flipUnder(() -> http.text(path()), FLIPS / 3);
    }

    @Test
    public void anAsynchronousRequestThatNeverCompletesIsCutAtTheDrainDeadline() throws Exception {
        bring(web(OLD, Web.OfAsync.class));
        FutureTask<String> never = new FutureTask<>(() -> http.text(path() + "?never"));
        new Thread(never, Caller.THREAD + "waiting for ever").start();
        Await.until("it is inside", () -> {
            http.text(path());
            return true;
        });

        SwapResult result = offer(web(NEW, Web.OfAsync.class));

        assertTrue(result.toString(), result.flipped());
        assertTrue(result.reason(), result.reason().contains("1 calls were still inside 1.0.0"));
        assertEquals(NEW, http.text(path()));
        never.cancel(true);
    }

    @Test
    public void filterFlipsLoseNoRequestAndEachGoesThroughOneVersion() throws Exception {
        pageThatIsNoResource();
        bring(web(NEW, Web.OfFilter.class));
        bring(web(OLD, Web.OfFilter.class));

        flipUnder(
                () -> {
                    var response = http.get("/itest/page");
                    assertEquals(200, response.statusCode());
                    assertEquals("page", response.body());
                    assertEquals(
                            1, response.headers().allValues("Itest-Version").size());
                    return response.headers().firstValue("Itest-Version").orElseThrow();
                },
                FLIPS / 3);
    }

    @Test
    public void aFilterThatNeverCallsOnIsTakenBack() throws Exception {
        pageThatIsNoResource();
        bring(web(OLD, Web.OfFilter.class));

        bring(web(NEW, Web.OfDeadEnd.class));
        String there = http.text("/itest/page");
        manager().rollback(resource);

        assertEquals("", there);
        assertEquals("page", http.text("/itest/page"));
    }

    @Test
    public void aServletFindsTheFilesOfItsOwnVersion() throws Exception {
        bring(web(OLD, Web.OfFile.class).entry("word.txt", "old word"));
        String before = http.text(path());
        bring(web(NEW, Web.OfFile.class).entry("word.txt", "new word"));

        assertEquals("old word", before);
        assertEquals("new word", http.text(path()));
    }

    @Test
    public void aContextOfItsOwnHasTheFilesOfTheVersionOnStage() throws Exception {
        bring(web(OLD, Web.OfContext.class).entry("files/word.txt", "old word"));
        String before = http.text(path() + "/word");
        bring(web(NEW, Web.OfContext.class).entry("files/word.txt", "new word"));

        assertEquals("old word", before);
        assertEquals("new word", http.text(path() + "/word"));
    }

    @Test
    public void anInitThatThrowsIsRefusedWithWhatItSaid() throws Exception {
        bring(web(OLD, Web.OfServlet.class));
        http.text(path());

        assertRefused(offer(web(NEW, Web.InitThrows.class)), "init", "no mood for it");
        assertEquals(OLD, http.text(path()));
    }

    @Test
    public void anInitThatHangsIsRefusedAndTheNextVersionComes() throws Exception {
        bring(web(OLD, Web.OfServlet.class));
        http.text(path());
        CountDownLatch latch = new CountDownLatch(1);
        System.getProperties().put(Web.LATCH, latch);

        SwapResult result = offer(web(NEW, Web.InitHangs.class));
        latch.countDown();

        assertRefused(result, "the init of", "did not end within");
        assertEquals(OLD, http.text(path()));
        bring(web("1.2.0", Web.OfServlet.class));
        assertEquals("1.2.0", http.text(path()));
    }

    @Test
    public void aChangedPatternIsAnsweredAfterTheFlipAndTheOldOneNoMore() throws Exception {
        bring(web(OLD, Web.OfServlet.class));
        bring(web(NEW, Web.OfServletElsewhere.class));

        assertEquals(NEW, http.text(path() + "-elsewhere"));
        Await.until("the old pattern is gone", () -> http.get(path()).statusCode() == 404);

        assertTrue(manager().rollback(resource).flipped());
        assertEquals(OLD, http.text(path()));
    }

    @Test
    public void somethingOfItsOwnInASessionIsReportedOnce() throws Exception {
        bring(web(OLD, Web.OfSession.class));

        http.text(path());
        http.text(path());

        assertEquals(
                1,
                manager().escapes().stream()
                        .filter(escape -> escape.resource().equals(resource))
                        .filter(escape -> escape.through().contains("'cart'"))
                        .filter(escape -> escape.type().equals(Web.Cart.class.getName()))
                        .count());
    }
}
