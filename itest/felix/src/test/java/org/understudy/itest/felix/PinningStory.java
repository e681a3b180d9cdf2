package org.understudy.itest.felix;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.understudy.itest.felix.greeting.Greeting;
import org.understudy.itest.felix.part.Offering;
import org.understudy.swap.Candidate;
import org.understudy.swap.GroupMember;
import org.understudy.swap.Pin;
import org.understudy.swap.Pinning;
import org.understudy.swap.SwapResult;

/**
 * Requests that are pinned meet one version of a group from their first call to their last, over any number of flips of
 * the group. The same requests without a pin do not, which is the control.
 */
public class PinningStory extends GreeterStory {
    private static final int FLIPS = 40;
    private static final int CALLERS = 3;

    /** How long a request takes between its calls: so long that flips fall in between. */
    private static final long THINKS_NANOS = 1_000_000;

    private final String other = resource + "-other";
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong mixed = new AtomicLong();
    private final List<ServiceRegistration<?>> servlets = new ArrayList<>();
    private Path[] ours;
    private Path[] others;
    private Greeting first;
    private Greeting second;
    private Http http;

    @Before
    public void bringBoth() throws Exception {
        ours = new Path[] {file(resource, OLD), file(resource, NEW)};
        others = new Path[] {file(other, OLD), file(other, NEW)};
        flip(0);
        first = kept(resource);
        second = kept(other);
        http = new Http(context());
        show("/itest/plain", false);
        show("/itest/pinned", false);
        show("/itest/pinned-async", true);
        configuration()
                .update(new Hashtable<>(Map.of(
                        "osgi.http.whiteboard.filter.pattern", new String[] {"/itest/pinned", "/itest/pinned-async"})));
        Await.until(
                "requests are pinned",
                () -> http.get("/itest/pinned?pinned").body().equals("true"));
    }

    @After
    public void switchOff() throws IOException {
        configuration().delete();
        servlets.forEach(ServiceRegistration::unregister);
    }

    private Configuration configuration() throws IOException {
        ConfigurationAdmin admin = context().getService(context().getServiceReference(ConfigurationAdmin.class));
        return admin.getConfiguration("org.understudy.pinning", "?");
    }

    private Path file(String name, String version) throws Exception {
        return made(BundleFile.version(name, version).with(Offering.class).activator(Offering.Good.class));
    }

    private Greeting kept(String name) throws Exception {
        ServiceReference<Greeting> handle = context()
                .getServiceReferences(Greeting.class, "(understudy.resource=" + name + ")")
                .iterator()
                .next();
        return context().getService(handle);
    }

    private List<SwapResult> flip(int version) {
        return manager()
                .swap(List.of(
                        new GroupMember(resource, Candidate.file(ours[version]).allowingLower()),
                        new GroupMember(other, Candidate.file(others[version]).allowingLower())));
    }

    /** What a request meets that calls one after the other, and the first once more. */
    private String callInTurn() {
        String met = first.greet().version();
        LockSupport.parkNanos(THINKS_NANOS);
        met += " " + second.greet().version();
        LockSupport.parkNanos(THINKS_NANOS);
        return met + " " + first.greet().version();
    }

    private void judge(String met) {
        requests.incrementAndGet();
        String[] versions = met.split(" ");
        assertEquals(met, 3, versions.length);
        if (!versions[0].equals(versions[1]) || !versions[0].equals(versions[2])) {
            mixed.incrementAndGet();
        }
    }

    /** A page that is no resource. */
    private void show(String pattern, boolean asynchronous) {
        servlets.add(context()
                .registerService(
                        Servlet.class,
                        new Page(asynchronous),
                        new Hashtable<>(Map.of(
                                "osgi.http.whiteboard.servlet.pattern",
                                pattern,
                                "osgi.http.whiteboard.servlet.asyncSupported",
                                true))));
    }

    private final class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final boolean asynchronous;

        Page(boolean asynchronous) {
            this.asynchronous = asynchronous;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getParameter("pinned") != null) {
                response.getWriter().print(request.getClass().getName().contains("Pinned"));
            } else if (asynchronous) {
                String before = first.greet().version();
                AsyncContext later = request.startAsync();
                later.start(() -> answerLater(later, response, before));
            } else {
                response.getWriter().print(callInTurn());
            }
        }

        private void answerLater(AsyncContext later, HttpServletResponse response, String before) {
            try {
                LockSupport.parkNanos(THINKS_NANOS);
                response.getWriter()
                        .print(before + " " + second.greet().version() + " "
                                + first.greet().version());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                later.complete();
            }
        }
    }

    private void flipUnder(Callable<String> request) {
        List<Caller> callers = new ArrayList<>();
        try {
            for (int i = 0; i < CALLERS; i++) {
                callers.add(Caller.of("request " + i, () -> {
                    judge(request.call());
                    return NEW;
                }));
            }
            for (int i = 1; i <= FLIPS; i++) {
                for (SwapResult result : flip(i % 2)) {
                    assertEquals(result.toString(), "swapped", result.outcome());
                }
                callers.get(0).awaitCalls(1);
            }
            callers.forEach(Caller::assertAllAnswered);
        } finally {
            callers.forEach(Caller::close);
        }
    }

    @Test
    public void pinnedRequestsOverGroupFlipsMeetOneVersion() {
        flipUnder(() -> http.text("/itest/pinned"));

        assertEquals("of " + requests, 0, mixed.get());
    }

    @Test
    public void theSameRequestsWithoutAPinAreMixed() {
        flipUnder(() -> http.text("/itest/plain"));

        assertTrue("the hunt finds nothing in " + requests, mixed.get() > 0);
    }

    @Test
    public void anAsynchronousRequestIsPinnedUntilItCompletes() {
        flipUnder(() -> http.text("/itest/pinned-async"));

        assertEquals("of " + requests, 0, mixed.get());
    }

    @Test
    public void whoTakesThePinHimselfMeetsOneVersion() {
        Pinning pinning = context().getService(context().getServiceReference(Pinning.class));

        flipUnder(() -> {
            try (Pin pin = pinning.pin()) {
                return callInTurn() + pin.toString().substring(0, 0);
            }
        });

        assertEquals("of " + requests, 0, mixed.get());
    }
}
