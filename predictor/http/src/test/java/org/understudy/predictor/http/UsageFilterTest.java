package org.understudy.predictor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.understudy.predict.Usage;

class UsageFilterTest {
    private static final String SESSION = "session-4711";
    private static final HttpServletRequest OF_A_SESSION = FakeRequest.of(null, SESSION);

    private final FakeUsage usage = new FakeUsage();
    private final UsageFilter filter = new UsageFilter();
    private final List<Integer> seen = new ArrayList<>();

    UsageFilterTest() {
        filter.usage = usage;
    }

    private void filter(HttpServletRequest request) throws Exception {
        filter.doFilter(request, null, (passed, response) -> seen.add(usage.underWay));
    }

    private void assertTaken(String... users) {
        assertEquals(List.of(users), usage.users);
        assertEquals(0, usage.underWay);
        assertFalse(seen.isEmpty(), "the request went on");
    }

    @Test
    void aRequestOfASessionIsAStepWhileItIsHandled() throws Exception {
        filter(OF_A_SESSION);

        assertEquals(List.of(1), seen);
        assertTaken(SESSION);
    }

    @Test
    void whoIsLoggedInIsMeantAndNotTheSession() throws Exception {
        filter(FakeRequest.of("ada", SESSION));

        assertTaken("ada");
    }

    @Test
    void anEmptyLoginIsNone() throws Exception {
        filter(FakeRequest.of("", SESSION));

        assertTaken(SESSION);
    }

    @Test
    void aRequestWithoutASessionIsNoStepAndGetsNone() throws Exception {
        filter(FakeRequest.of(null, null));
        filter(FakeRequest.of("ada", null));

        assertEquals(List.of(0, 0), seen);
        assertTaken();
    }

    @Test
    void globalPrivacyControlIsHeeded() throws Exception {
        filter(FakeRequest.withHeader(SESSION, "Sec-GPC", "1"));

        assertTaken();
    }

    @Test
    void anyOtherValueOfThatHeaderSaysNothing() throws Exception {
        filter(FakeRequest.withHeader(SESSION, "Sec-GPC", "0"));
        filter(FakeRequest.withHeader(SESSION, "Sec-GPC", "1, 1"));
        filter(FakeRequest.withHeader(SESSION, "Sec-GPC", ""));

        assertTaken(SESSION, SESSION, SESSION);
    }

    @Test
    void anAbsurdlyLongNameIsNoStep() throws Exception {
        filter(FakeRequest.of("a".repeat(Usage.LONGEST_NAME), SESSION));
        filter(FakeRequest.of("a".repeat(Usage.LONGEST_NAME + 1), SESSION));

        assertTaken("a".repeat(Usage.LONGEST_NAME));
    }

    @Test
    void whereNoUsageIsTakenTheRequestIsPassedOnUnasked() throws Exception {
        filter.usage = null;

        filter.doFilter(unasked(), null, (request, response) -> seen.add(0));

        assertEquals(List.of(0), seen);
    }

    /** A request that answers nothing. */
    private static HttpServletRequest unasked() {
        return new FakeRequest(null, null, null).request();
    }

    @Test
    void aRequestThatFailsEndsItsStepAndFailsAsItDid() {
        FilterChain failing = (request, response) -> {
            throw new ServletException("planned");
        };

        ServletException thrown =
                assertThrows(ServletException.class, () -> filter.doFilter(OF_A_SESSION, null, failing));

        assertEquals("planned", thrown.getMessage());
        assertEquals(0, usage.underWay);
    }

    @Test
    void usageThatFailsFailsNoRequest() throws Exception {
        usage.atBegin = new IllegalStateException("planned");
        filter(OF_A_SESSION);
        usage.atBegin = null;
        usage.atEnd = new IllegalStateException("planned");
        filter(OF_A_SESSION);

        assertEquals(List.of(0, 1), seen);
        assertTaken(SESSION);
    }

    @Test
    void aStepThatFailsToEndDoesNotHideWhyTheRequestFailed() {
        usage.atEnd = new IllegalStateException("planned");

        assertThrows(
                ServletException.class,
                () -> filter.doFilter(OF_A_SESSION, null, (request, response) -> {
                    throw new ServletException("planned");
                }));
    }

    @Test
    void failuresAreToldOnceAndNameNoVisitor() throws Exception {
        usage.atBegin = new IllegalArgumentException("no step for " + SESSION);

        String told = told(() -> {
            filter(OF_A_SESSION);
            filter(OF_A_SESSION);
        });

        assertEquals(1, told.lines().count(), told);
        assertTrue(told.contains("IllegalArgumentException at org.understudy"), told);
        assertFalse(told.contains(SESSION), told);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What the log says meanwhile. */
    private static String told(Work work) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
