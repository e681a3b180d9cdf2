package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.understudy.predict.Usage;
import org.understudy.predict.UsageStep;
import org.understudy.swap.Candidate;

/** What requests over real connections make of usage, of which a service of the story's own takes note. */
public class HttpUsageStory extends Story {
    private static final String PAGE = "page";
    private static final String CONTEXT = "itest.usage";
    private static final String LOGIN = "Ada";

    private final List<String> users = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private Http http;

    @Before
    public void takeNote() {
        http = new Http(context());
        register(Usage.class, new Notes(), Constants.SERVICE_RANKING, 1_000);
    }

    @After
    public void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private <T> void register(Class<T> type, T service, Object... properties) {
        Dictionary<String, Object> all = new Hashtable<>();
        for (int i = 0; i < properties.length; i += 2) {
            all.put((String) properties[i], properties[i + 1]);
        }
        registrations.add(0, context().registerService(type, service, all));
    }

    /** Usage that is written down. */
    private class Notes implements Usage {
        @Override
        public UsageStep step(String user) {
            users.add(user);
            underWay.incrementAndGet();
            return underWay::decrementAndGet;
        }

        @Override
        public void needs(String user, String resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signal(String name, String value) {
            throw new UnsupportedOperationException();
        }
    }

    /** Usage that is taken of nobody. */
    private final class Refusing extends Notes {
        @Override
        public UsageStep step(String user) {
            throw new IllegalStateException("no usage is taken of " + user);
        }
    }

    /** The cookie that comes with an answer; fails where none does. */
    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static boolean hasCookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").isPresent();
    }

    private void assertAnswered(HttpResponse<String> response) {
        assertEquals(response.body(), 200, response.statusCode());
    }

    private void awaitAllEnded() {
        Await.until("every step has ended", () -> underWay.get() == 0);
    }

    @Test
    public void theRequestsOfOneReaderAreStepsOfOneUserOverASwapOfThePage() throws IOException {
        bringPage(OLD);
        HttpResponse<String> first = http.get("/");
        String cookie = cookie(first);
        HttpResponse<String> second = http.get("/", "Cookie", cookie);
        bringPage(NEW);
        HttpResponse<String> third = http.get("/about", "Cookie", cookie);
        http.get("/");

        List.of(first, second, third).forEach(this::assertAnswered);
        assertTrue(
                first.headers().toString(),
                first.headers().firstValue("Set-Cookie").orElseThrow().contains("HttpOnly; SameSite=Lax"));
        assertEquals("the first page has no session yet: " + users, 2, users.size());
        assertEquals("the same user", 1, users.stream().distinct().count());
        assertTrue("no cookie for whom has one", !hasCookie(second) && !hasCookie(third));
        awaitAllEnded();
    }

    private void bringPage(String version) {
        if (!manager().resource(PAGE).activeVersion().orElseThrow().equals(version)) {
            manager().swap(PAGE, Candidate.version(version).allowingLower());
        }
        assertEquals(version, manager().resource(PAGE).activeVersion().orElseThrow());
    }

    @Test
    public void twoReadersAreTwoUsers() throws IOException {
        String one = cookie(http.get("/"));
        String other = cookie(http.get("/"));
        http.get("/", "Cookie", one);
        http.get("/", "Cookie", other);

        assertEquals(users.toString(), 2, users.stream().distinct().count());
    }

    @Test
    public void whoAsksForPrivacyGetsNoSessionAndIsNotFollowedInOne() throws IOException {
        String cookie = cookie(http.get("/"));
        HttpResponse<String> without = http.get("/", "Sec-GPC", "1");
        HttpResponse<String> within = http.get("/", "Sec-GPC", "1", "Cookie", cookie);

        assertAnswered(without);
        assertAnswered(within);
        assertTrue(without.headers().toString(), !hasCookie(without));
        assertEquals(List.of(), users);
    }

    @Test
    public void aRequestThatGoesOnLaterIsAStepUntilItsThreadIsDone() throws IOException {
        String cookie = cookie(http.get("/"));

        assertAnswered(http.get("/live", "Cookie", cookie));

        assertEquals(users.toString(), 1, users.size());
        awaitAllEnded();
    }

    @Test
    public void inAnyContextWhoIsLoggedInIsMeant() throws IOException {
        register(
                ServletContextHelper.class,
                new LoggedIn(),
                "osgi.http.whiteboard.context.name",
                CONTEXT,
                "osgi.http.whiteboard.context.path",
                "/itest-usage");
        register(
                Servlet.class,
                new Door(),
                "osgi.http.whiteboard.servlet.pattern",
                "/door",
                "osgi.http.whiteboard.context.select",
                "(osgi.http.whiteboard.context.name=" + CONTEXT + ")");

        HttpResponse<String> first = http.get("/itest-usage/door");
        HttpResponse<String> second = http.get("/itest-usage/door", "Cookie", cookie(first));

        assertAnswered(first);
        assertAnswered(second);
        assertEquals(List.of(LOGIN), users);
    }

    /** Takes everybody for the same one. */
    private static final class LoggedIn extends ServletContextHelper {
        @Override
        public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) {
            request.setAttribute(REMOTE_USER, LOGIN);
            return true;
        }
    }

    /** Opens a session. */
    private static final class Door extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getSession();
            response.getWriter().print("open");
        }
    }

    @Test
    public void aConfigurationSaysWhichRequestsAreMeant() throws IOException {
        String cookie = cookie(http.get("/"));
        Configuration configuration = admin().getConfiguration("org.understudy.predictor.http", "?");
        try {
            configuration.update(new Hashtable<>(Map.of("osgi.http.whiteboard.filter.pattern", "/about")));
            Await.until("other requests are left out", () -> stepsOf("/", cookie) == 0);

            assertEquals(1, stepsOf("/about", cookie));
        } finally {
            configuration.delete();
        }
        Await.until("all requests are meant again", () -> stepsOf("/", cookie) == 1);
    }

    private ConfigurationAdmin admin() {
        return context().getService(context().getServiceReference(ConfigurationAdmin.class));
    }

    private int stepsOf(String path, String cookie) throws IOException {
        users.clear();
        assertAnswered(http.get(path, "Cookie", cookie));
        return users.size();
    }

    @Test
    public void usageThatIsRefusedIsNoReasonToRefuseTheRequest() throws IOException {
        register(Usage.class, new Refusing(), Constants.SERVICE_RANKING, 2_000);
        String cookie = cookie(http.get("/"));

        assertAnswered(http.get("/", "Cookie", cookie));
        assertEquals(List.of(), users);
    }
}
