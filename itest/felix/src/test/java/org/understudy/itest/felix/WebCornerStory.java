package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;
import org.understudy.itest.felix.part.Web;
import org.understudy.itest.felix.part.WebCorner;
import org.understudy.swap.Candidate;
import org.understudy.swap.SwapResult;

/** What web applications use seldom: what of it is routed loses no request, and what is not is said beforehand. */
public class WebCornerStory extends GreeterStory {
    private static final int FLIPS = 100;

    private final List<ServiceRegistration<?>> raw = new ArrayList<>();
    private Http http;

    @Before
    public void connect() {
        http = new Http(context());
    }

    @After
    public void takeDown() {
        raw.forEach(ServiceRegistration::unregister);
        System.getProperties().remove(WebCorner.SESSIONS);
    }

    private BundleFile web(String name, String version, Class<?> activator) throws Exception {
        return BundleFile.version(name, version)
                .header(
                        "Import-Package",
                        "org.osgi.framework,jakarta.servlet,jakarta.servlet.http,"
                                + "org.osgi.service.servlet.context,org.osgi.service.servlet.whiteboard")
                .withAllOf(Web.class)
                .withAllOf(WebCorner.class)
                .activator(activator);
    }

    private String path() {
        return "/itest/itest." + resource;
    }

    private void registerRaw(String pattern, RawServlet.Answer answer) {
        raw.add(context()
                .registerService(
                        Servlet.class,
                        new RawServlet(answer),
                        new Hashtable<>(Map.of("osgi.http.whiteboard.servlet.pattern", pattern))));
    }

    private static final class RawServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        interface Answer {
            void to(HttpServletRequest request, HttpServletResponse response) throws IOException;
        }

        RawServlet(Answer answer) {
            this.answer = answer;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            answer.to(request, response);
        }
    }

    private void flipUnder(Class<?> activator, Callable<String> request) throws Exception {
        bring(web(resource, NEW, activator));
        bring(web(resource, OLD, activator));
        Caller caller = Caller.of("request", request);
        try {
            for (int i = 0; i < FLIPS; i++) {
                String next = i % 2 == 0 ? NEW : OLD;
                caller.expects(null);
                SwapResult result =
                        manager().swap(resource, Candidate.version(next).allowingLower());
                assertEquals(result.toString(), "swapped", result.outcome());
                caller.expects(next);
                caller.awaitCalls(2);
            }
            caller.assertAllAnswered();
        } finally {
            caller.close();
        }
    }

    @Test
    public void preprocessorFlipsLoseNoRequest() throws Exception {
        registerRaw("/itest/page", (request, response) -> response.getWriter().print("page"));

        flipUnder(WebCorner.OfPreprocessor.class, () -> http.header("/itest/page", "Itest-Version"));
    }

    @Test
    public void postedPartsAreReadByTheVersionOnStage() throws Exception {
        flipUnder(WebCorner.OfMultipart.class, () -> http.postPart(path(), "word", "posted"));
    }

    @Test
    public void errorPagesAreOfTheVersionOnStage() throws Exception {
        registerRaw("/itest/conflict", (request, response) -> response.sendError(409));

        flipUnder(WebCorner.OfErrorPage.class, () -> http.get("/itest/conflict").body());
    }

    @Test
    public void requestsThatAreDispatchedAgainAreAnswered() throws Exception {
        flipUnder(WebCorner.OfDispatch.class, () -> http.text(path()));
    }

    @Test
    public void eachSessionIsToldOnceToTheVersionOnStage() throws Exception {
        AtomicLong told = new AtomicLong();
        AtomicLong sessions = new AtomicLong();
        List<String> last = new ArrayList<>(List.of(""));
        Consumer<String> listener = version -> {
            told.incrementAndGet();
            last.set(0, version);
        };
        System.getProperties().put(WebCorner.SESSIONS, listener);
        registerRaw("/itest/session", (request, response) -> {
            request.getSession(true);
            response.getWriter().print(last.get(0));
        });

        flipUnder(WebCorner.OfSessionListener.class, () -> {
            sessions.incrementAndGet();
            return http.text("/itest/session");
        });

        assertEquals(sessions.get(), told.get());
    }

    @Test
    public void filesThatTheWhiteboardServesAreSwappedStopStartAndThePlanSaysSo() throws Exception {
        bring(web(resource, OLD, WebCorner.OfFiles.class).entry("files/word.txt", "old word"));
        Await.until("the old file is there", () -> "old word"
                .equals(http.get(path() + "/word.txt").body()));

        SwapResult result = offer(web(resource, NEW, WebCorner.OfFiles.class).entry("files/word.txt", "new word"));

        assertTrue(result.toString(), result.flipped());
        Await.until("the new file is there", () -> "new word"
                .equals(http.get(path() + "/word.txt").body()));
        String plan =
                manager().plan(resource, Candidate.version(OLD).allowingLower()).toString();
        assertTrue(plan, plan.contains("has its files served by the whiteboard"));
    }

    @Test
    public void aPatternThatAnotherResourceHasIsRefusedAndThatOneGoesOn() throws Exception {
        bring(web(resource, OLD, WebCorner.OfSamePattern.class));
        String other = resource + "-rival";

        SwapResult result = offer(other, made(web(other, NEW, WebCorner.OfSamePattern.class)));

        assertRefused(result, "/itest/wanted-by-all", resource);
        assertEquals(OLD, http.text("/itest/wanted-by-all"));
    }

    @Test
    public void aPatternThatMovesIntoAnotherContextIsAnsweredThere() throws Exception {
        bring(web(resource, OLD, Web.OfServlet.class));
        http.text(path());

        SwapResult result = offer(web(resource, NEW, WebCorner.OfSamePatternInAnotherContext.class));

        assertTrue(result.toString(), result.flipped());
        Await.until("the new version answers", () -> NEW.equals(http.get(path()).body()));
    }
}
